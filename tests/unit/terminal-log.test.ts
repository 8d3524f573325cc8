import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTerminalLog, shortLine } from "@/scripts/postbond/terminal-log";

const line = (fields: object) => JSON.stringify({ time: "2026-06-01T10:20:30.400Z", ...fields });
const shown = (text: string, plain = true) => {
  const short = shortLine(text, plain);
  return short === undefined ? undefined : stripVTControlCharacters(short);
};

describe("what a terminal shows of a log line", () => {
  it("is nothing for what goes as it should", () => {
    expect(shown(line({ level: "info", msg: "request" }))).toBeUndefined();
    expect(shown(line({ level: "debug", msg: "request" }))).toBeUndefined();
  });

  it("is one short line for a warning or an error, with its cause", () => {
    expect(shown(line({ level: "warn", msg: "the outbox waits", err: { message: "refused\nby" } }))).toBe(
      "10:20:30  warn  the outbox waits: refused",
    );
    expect(shown(line({ level: "error", msg: "x".repeat(1_000) }))?.length).toBeLessThanOrEqual(
      process.stdout.columns || 120,
    );
  });

  it("is the first line of plain text, where it is meant for a person", () => {
    expect(shown("[sandbox] mail: POST /emails failed: Error: no")).toContain("mail: POST");
    expect(shown("    at file.ts:3:4")).toBeUndefined();
    expect(shown("}")).toBeUndefined();
    expect(shown("living through ten weeks", false)).toBeUndefined();
  });
});

describe("the log of a terminal", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "postbond-log-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("holds everything, cut into lines wherever the pipe broke it, and keeps the last start's beside it", async () => {
    const path = join(folder, "data", "postbond.log");
    const told: string[] = [];
    const first = openTerminalLog(path, (text) => told.push(text));
    const { stdout, stderr } = first.sinks("hide");
    const json = `${line({ level: "info", msg: "request", path: "/offers" })}\n`;
    stdout.write(json.slice(0, 20));
    stdout.write(json.slice(20));
    stderr.write("a stack without an end");
    stderr.end();
    await first.close();
    expect(readFileSync(path, "utf8")).toMatch(/INFO: request \{"path":"\/offers"\}\na stack without an end/);
    expect(told).toEqual(["a stack without an end"]);

    await openTerminalLog(path, () => {}).close();
    expect(readFileSync(path, "utf8")).toBe("");
    expect(readFileSync(`${path}.1`, "utf8")).toContain("/offers");
  });
});
