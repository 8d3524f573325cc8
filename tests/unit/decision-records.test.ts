/** docs/decisions: every record has a date, a status and the common sections, and the index lists all of them truly. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";

const FOLDER = "docs/decisions";
const STATUS = /^- Status: (proposed|accepted|superseded by \[[^\]]+\]\(([a-z0-9-]+\.md)\))$/;
const SECTIONS = ["Context", "Decision", "Consequences", "Revisit when"];

type DecisionRecord = {
  file: string;
  title: string;
  date: string;
  status: string;
  sections: string[];
};

function readRecord(file: string, text: string): DecisionRecord {
  const lines = text.split("\n");
  return {
    file,
    title: /^# (.+)$/.exec(lines[0] ?? "")?.[1] ?? "",
    date: /^- Date: (\d{4}-\d{2}-\d{2})$/.exec(lines[2] ?? "")?.[1] ?? "",
    status: STATUS.exec(lines[3] ?? "")?.[1] ?? "",
    sections: lines.flatMap((line) => /^## (.+)$/.exec(line)?.[1] ?? []),
  };
}

const FILES = readdirSync(FOLDER).filter((file) => file !== "README.md");
const RECORDS = FILES.map((file) => readRecord(file, readFileSync(join(FOLDER, file), "utf8")));

describe.each(RECORDS.map((record) => [record.file, record] as const))("%s", (file, record) => {
  test("has a title, a calendar date and a known status", () => {
    expect(record.title).not.toBe("");
    expect(new Date(`${record.date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(record.date);
    expect(record.status).not.toBe("");
    const replacement = STATUS.exec(`- Status: ${record.status}`)?.[2];
    if (replacement) expect(FILES).toContain(replacement);
  });

  test("has the common sections in their order", () => {
    expect(record.sections).toEqual(SECTIONS.filter((name) => record.sections.includes(name)));
    expect(record.sections.slice(0, 3)).toEqual(SECTIONS.slice(0, 3));
  });

  test("links to files that exist", () => {
    const links = [...readFileSync(join(FOLDER, file), "utf8").matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)];
    for (const [, target = ""] of links) expect(() => readFileSync(join(FOLDER, target))).not.toThrow();
  });
});

test("the index lists every record with its date, status and title, by date", () => {
  const index = readFileSync(join(FOLDER, "README.md"), "utf8");
  const rows = [...index.matchAll(/^\| (\d{4}-\d{2}-\d{2}) \| ([^|]+) \| \[([^\]]+)\]\(([^)]+)\) \|/gm)];
  const listed = rows.map(([, date = "", status = "", title = "", file = ""]) => ({
    file: basename(file),
    title,
    date,
    status,
  }));
  const by_file = (a: { file: string }, b: { file: string }) => (a.file < b.file ? -1 : 1);
  expect([...listed].sort(by_file)).toEqual(
    RECORDS.map(({ file, title, date, status }) => ({ file, title, date, status })).sort(by_file),
  );
  expect(listed.map(({ date }) => date)).toEqual(listed.map(({ date }) => date).sort());
});

test("a record without a status, or with a status of its own, is noticed", () => {
  expect(readRecord("a.md", "# A\n\n- Date: 2026-01-01\n").status).toBe("");
  expect(readRecord("a.md", "# A\n\n- Date: 2026-01-01\n- Status: maybe\n").status).toBe("");
  expect(readRecord("a.md", "# A\n\n- Date: yesterday\n- Status: accepted\n").date).toBe("");
});
