/** Every command that takes no running Postbond works, in its quick form. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../support/commands";
import { npmRun } from "../support/npm";

const QUICK = Object.entries(COMMANDS).flatMap(([name, command]) =>
  "quick" in command ? [[name, command.quick, command.prints] as const] : [],
);

test.each(QUICK)("npm run %s", async (name, parameters, prints) => {
  const run = npmRun(name, [...parameters]);
  const code = await run.ended;
  expect(run.printed()).toMatch(prints);
  expect(code, run.printed()).toBe(0);
});

test("npm run db:generate finds nothing that the migrations lack", async () => {
  const folder = mkdtempSync(join(tmpdir(), "postbond-migrations-"));
  try {
    cpSync("db/migrations", folder, { recursive: true });
    // drizzle-kit reads a path below the project only.
    const run = npmRun("db:generate", [], { MIGRATIONS_FOLDER: relative(process.cwd(), folder) });
    expect(await run.ended, run.printed()).toBe(0);
    expect(run.printed()).toContain("No schema changes");
    expect(readdirSync(folder).sort()).toEqual(readdirSync("db/migrations").sort());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("npm run sandbox says how an app reaches it, and ends when told", async () => {
  const data = mkdtempSync(join(tmpdir(), "postbond-sandbox-"));
  const run = npmRun("sandbox", [], { SANDBOX_PORT: "0", POSTBOND_DATA: data });
  await run.until(/CLOCK_URL=/);
  expect(run.printed()).toMatch(/The sandbox is ready/);
  await run.interrupt();
  rmSync(data, { recursive: true, force: true });
});

test("npm run gallery serves the components, and ends when told", async () => {
  const run = npmRun("gallery", [], { GALLERY_PORT: "0" });
  await run.until(/http:\/\/127\.0\.0\.1:\d+/);
  const [address = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(run.printed()) ?? [];
  expect((await fetch(address)).status).toBe(200);
  await run.interrupt();
});
