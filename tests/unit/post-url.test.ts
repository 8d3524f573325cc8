/** `npm run post-url` as a process of its own: a line in, a JSON object out. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plainEnv } from "../support/npm";

const PATIENCE_MS = 60_000; // a process that compiles its own sources
const ID = "dQw4w9WgXcQ";

type Ran = { out: string; err: string; code: number | null };

const start = (parameters: string[], env: Record<string, string> = {}): ChildProcess =>
  spawn("npm", ["run", "--silent", "post-url", "--", ...parameters], { env: plainEnv(env) });

async function ran(child: ChildProcess, input: Buffer | string): Promise<Ran> {
  const out: Buffer[] = [];
  let err = "";
  child.stdout?.on("data", (piece: Buffer) => out.push(piece));
  child.stderr?.on("data", (piece: Buffer) => {
    err += piece;
  });
  child.stdin?.on("error", () => {}); // it ended before it had read everything
  child.stdin?.end(input);
  const [code] = await once(child, "close");
  return { out: Buffer.concat(out).toString("utf8"), err, code };
}

const objects = (out: string) =>
  out
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));

test("each line becomes one JSON object, whatever is in it", { timeout: PATIENCE_MS }, async () => {
  const long = "x".repeat(3_000_000);
  const input = Buffer.concat([
    Buffer.from(`\ufeffhttps://youtu.be/${ID}\r\n\n`),
    Buffer.from([0x00, 0xff, 0xfe, 0xc3, 0x28, 0x0a]),
    Buffer.from(
      `https://vm.tiktok.com/ZMabc123/\nhttps://www.youtube.com/@mia\nhttps://vimeo.com/1\n${long}\n`,
    ),
    Buffer.from("看看 https://www.tiktok.com/@mia/photo/7301234567890123456"),
  ]);
  const { out, err, code } = await ran(start([]), input);
  const canonical = `https://www.youtube.com/watch?v=${ID}`;
  expect(out.split("\n")[0]).toBe(
    `{"input":"https://youtu.be/${ID}","ok":true,"platform":"youtube","kind":"video","id":"${ID}","canonicalUrl":"${canonical}"}`,
  );
  expect(objects(out).slice(1)).toEqual([
    { input: "", ok: false, reason: "invalid" },
    { input: "\u0000\ufffd\ufffd\ufffd(", ok: false, reason: "invalid" },
    { input: "https://vm.tiktok.com/ZMabc123/", ok: false, reason: "needs_resolving" },
    { input: "https://www.youtube.com/@mia", ok: false, reason: "not_a_post" },
    { input: "https://vimeo.com/1", ok: false, reason: "unknown_platform" },
    { input: long, ok: false, reason: "invalid" },
    {
      input: "看看 https://www.tiktok.com/@mia/photo/7301234567890123456",
      ok: true,
      platform: "tiktok",
      kind: "photo",
      id: "7301234567890123456",
      canonicalUrl: "https://www.tiktok.com/@mia/photo/7301234567890123456",
    },
  ]);
  expect([err, code]).toEqual(["", 0]);
});

test("100,000 lines are answered in their order", { timeout: PATIENCE_MS }, async () => {
  const lines = Array.from({ length: 100_000 }, (_, at) => `https://www.tiktok.com/@é/video/${10 ** 9 + at}`);
  const { out, code } = await ran(start([]), lines.join("\n"));
  const said = objects(out);
  expect(code).toBe(0);
  expect(said.length).toBe(lines.length);
  expect(said.findIndex(({ input, id }, at) => input !== lines[at] || id !== String(10 ** 9 + at))).toBe(-1);
});

test("a reader that has enough ends it quietly", { timeout: PATIENCE_MS }, async () => {
  const child = start([]);
  child.stdout?.once("data", () => child.stdout?.destroy());
  const line = `https://youtu.be/${ID}\n`;
  const { err, code } = await ran(child, line.repeat(200_000));
  expect([err, code]).toEqual(["", 0]);
});

test("files are read one after the other, from where the person is", { timeout: PATIENCE_MS }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "postbond-urls-"));
  try {
    writeFileSync(join(folder, "a.txt"), `https://youtu.be/${ID}`);
    writeFileSync(join(folder, "b.txt"), "my video\n");
    writeFileSync(join(folder, "empty.txt"), "");
    const child = spawn(
      process.execPath,
      ["scripts/run.mjs", "scripts/post-url.ts", "a.txt", "empty.txt", "none.txt", "-", "b.txt"],
      {
        env: plainEnv({ INIT_CWD: folder }),
      },
    );
    const { out, err, code } = await ran(child, "typed\n");
    expect(objects(out).map(({ input }) => input)).toEqual([`https://youtu.be/${ID}`, "typed", "my video"]);
    expect(err).toMatch(/^none\.txt: ENOENT/);
    expect(code).toBe(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("--help says how it is used, and an unknown option is refused", { timeout: PATIENCE_MS }, async () => {
  const [help, unknown] = await Promise.all([ran(start(["--help"]), ""), ran(start(["--fast"]), "")]);
  expect(help).toMatchObject({ out: expect.stringMatching(/^Usage: npm run --silent post-url/), code: 0 });
  expect(unknown).toMatchObject({ out: "", err: expect.stringMatching(/^Unknown option --fast/), code: 2 });
});
