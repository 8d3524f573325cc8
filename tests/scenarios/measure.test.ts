/** Pages stay light: what the two measuring commands say of a demo market. Speed itself is measured on a quiet machine, not here. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "@/db/embedded/free-port";
import { holderOf } from "@/scripts/postbond/data-lock";
import { type NpmRun, npmRun } from "../support/npm";

let data: string;
let url: string;
let started: NpmRun;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "postbond-measure-"));
  chmodSync(data, 0o711); // a run as root hands PostgreSQL to `nobody`, who must get in
  const port = String(await freePort("127.0.0.1"));
  url = `http://127.0.0.1:${port}`;
  started = npmRun("start", [], { POSTBOND_DATA: data, PORT: port, SANDBOX_PORT: "0", LOG_LEVEL: "warn" });
  await started.until(/npm run where/);
});
afterAll(async () => {
  const holder = holderOf(data);
  if (holder) process.kill(holder, "SIGTERM");
  await started.ended;
  rmSync(data, { recursive: true, force: true });
});

it("no page transfers more script than its limit", async () => {
  const run = npmRun("measure:weight", ["--url", url]);
  expect(await run.ended, run.printed()).toBe(0);
  expect(run.printed()).toMatch(/script kB/);
});

it("Lighthouse finds nothing to fix, speed aside", async () => {
  const run = npmRun("measure:lighthouse", ["--url", url, "--quick"]);
  expect(await run.ended, run.printed()).toBe(0);
  expect(run.printed()).toMatch(/accessibility/);
});
