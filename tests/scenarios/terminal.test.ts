/** What a person sees on a terminal: short lines while it starts, and the ready block last. The commands that ask a running Postbond answer. */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { freePort } from "@/db/embedded/free-port";
import { holderOf } from "@/scripts/postbond/data-lock";
import { PORT_NAMES } from "../setup/e2e-addresses";
import { follow, type NpmRun, npmRun, plainEnv } from "../support/npm";

/** util-linux makes a terminal for a command; other systems' `script` has other parameters. */
const hasTerminal = /util-linux/.test(spawnSync("script", ["--version"], { encoding: "utf8" }).stdout ?? "");

let data: string;
let env: Record<string, string>;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "postbond-terminal-"));
  chmodSync(data, 0o711); // a run as root hands PostgreSQL to `nobody`, who must get in
  env = { POSTBOND_DATA: data, POSTBOND_DEMO: "no" };
  // Known beforehand: `npm run reconcile` looks for Stripe and the clock where its settings say.
  for (const name of PORT_NAMES) env[name] = String(await freePort("127.0.0.1"));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

async function end(started: NpmRun): Promise<void> {
  const holder = holderOf(data);
  if (holder) process.kill(holder, "SIGTERM");
  await started.ended;
}

async function answer(name: string, parameters: string[] = []) {
  const run = npmRun(name, parameters, env);
  return { code: await run.ended, printed: run.printed() };
}

it("npm run where says in words that nothing runs", async () => {
  const { code, printed } = await answer("where");
  expect(code).toBe(1);
  expect(printed).toMatch(/No Postbond runs on .*npm start/);
});

describe.runIf(hasTerminal)("npm start on a terminal", () => {
  it("shows no log line, ends its start with the ready block, and answers where", async () => {
    const script = ["-qefc", "npm start --silent", "/dev/null"];
    const started = follow(
      spawn("script", script, { env: plainEnv(env), stdio: ["ignore", "pipe", "pipe"] }),
    );
    try {
      await started.until(/npm run where/);
      const page = await fetch(`http://127.0.0.1:${env.PORT}/offers`);
      expect(page.status).toBe(200);
      const log = () => readFileSync(join(data, "postbond.log"), "utf8");
      await vi.waitUntil(() => log().includes('"path":"/offers"'), { timeout: 20_000 });

      const shown = stripVTControlCharacters(started.printed()).replaceAll("\r", "");
      expect(shown).not.toContain('{"level"');
      expect(shown).not.toContain('"path"');
      const block = shown.slice(shown.indexOf("The sandbox, where you are"));
      expect(block).toContain(`Postbond is ready at http://127.0.0.1:${env.PORT}`);
      expect(block).toContain(join(data, "postbond.log"));
      expect(block.trimEnd()).toMatch(/npm run where` shows this again\.$/);

      const where = await answer("where");
      expect(where.code).toBe(0);
      expect(block.trim()).toBe(where.printed.trim());

      const books = await answer("check:books");
      expect(books.printed).toMatch(/All \d+ invariants hold/);
      const compared = await answer("reconcile");
      expect(compared.printed).toMatch(/Stripe and the books agree/);
      const kept = await answer("db:keep", ["0.0", data]);
      expect(kept.printed).toMatch(/0\.0\.json\.gz: \d+ rows of \d+ tables/);
      expect([books.code, compared.code, kept.code]).toEqual([0, 0, 0]);
    } finally {
      await end(started);
    }
    expect((await answer("where")).code).toBe(1);
  });
});

it("npm start writes JSON log lines where there is no terminal", async () => {
  const started = npmRun("start", [], env);
  try {
    await started.until(/npm run where/);
    expect(started.printed()).toMatch(/^\{"level":"info".*"msg":"Postbond listens"\}$/m);
  } finally {
    await end(started);
  }
});
