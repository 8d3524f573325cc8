/** kill -9 of the sandbox and an app that goes away: no run is lost, and no kept step runs twice. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { Inngest } from "inngest";
import { serve as serveInngest } from "inngest/hono";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Served, serve } from "@/sandbox/frame/serve";
import type { Run } from "@/sandbox/inngest/model";
import { inngestWorld, type MakeFunctions, ONLY_INNGEST, SILENT } from "../support/inngest-emulator";

const HOME_PORT = 4130;
const INNGEST_PORT = 4132;
const APP_PORT = 4133;
const INNGEST = `http://127.0.0.1:${INNGEST_PORT}`;

let folder: string;
let child: ChildProcess | undefined;
let app: Served | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "inngest-"));
});
afterEach(async () => {
  await kill();
  await app?.close();
  rmSync(folder, { recursive: true });
});

async function startSandboxProcess(): Promise<void> {
  child = spawn(process.execPath, ["--import", "tsx", "sandbox/main.ts"], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "development",
      ...ONLY_INNGEST,
      SANDBOX_PORT: String(HOME_PORT),
      SANDBOX_INNGEST_PORT: String(INNGEST_PORT),
      APP_URL: `http://127.0.0.1:${APP_PORT}`,
      POSTBOND_DATA: folder,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (let i = 0; i < 1_200; i++) {
    const up = await fetch(`${INNGEST}/control/functions`)
      .then((answer) => answer.ok)
      .catch(() => false);
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The sandbox did not start");
}

async function kill(): Promise<void> {
  const dying = child;
  child = undefined;
  if (!dying || dying.exitCode !== null) return;
  const gone = new Promise((resolve) => dying.once("exit", resolve));
  dying.kill("SIGKILL");
  await gone;
}

async function serveFunctions(functions: MakeFunctions): Promise<Inngest> {
  const client = new Inngest({ id: "test", isDev: true, baseUrl: INNGEST, logger: SILENT });
  const handler = serveInngest({ client, functions: functions(client) });
  const hono = new Hono();
  hono.on(["GET", "POST", "PUT"], "/api/inngest", (c) => handler(c));
  app = await serve({ name: "the test's app", port: APP_PORT, fetch: hono.fetch });
  return client;
}

const registered = async () => {
  for (let i = 0; i < 1_200; i++) {
    const functions = (await (await fetch(`${INNGEST}/control/functions`)).json()) as unknown[];
    if (functions.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The sandbox did not ask the app for its functions");
};

async function runs(): Promise<Run[]> {
  await fetch(`${INNGEST}/control/idle`, { method: "POST" });
  return (await (await fetch(`${INNGEST}/control/runs`)).json()) as Run[];
}

const turn = (advance_ms: number) =>
  fetch(`http://127.0.0.1:${HOME_PORT}/control/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ advance_ms }),
  });

/** The steps that the killed sandbox had kept, as "run step". */
function keptSteps(): string[] {
  const kept = new Set<string>();
  for (const text of readFileSync(join(folder, "sandbox", "inngest.jsonl"), "utf8").split("\n")) {
    if (!text.startsWith('{"c":"runs"')) continue;
    try {
      const run = (JSON.parse(text) as { v?: Run }).v;
      for (const step of Object.values(run?.steps ?? {}))
        if (step.status === "done") kept.add(`${run?.id} ${step.name}`);
    } catch {
      // the line that the kill tore
    }
  }
  return [...kept];
}

describe("kill -9 of the sandbox", () => {
  it("while runs sleep loses none, and the clock stays turned", async () => {
    const ran: string[] = [];
    const client = await serveFunctions((inngest) => [
      inngest.createFunction(
        { id: "window", triggers: [{ event: "window/open" }] },
        async ({ event, step }) => {
          await step.run("before", () => void ran.push(`before ${event.data.n}`));
          await step.sleep("window", "7d");
          await step.run("after", () => void ran.push(`after ${event.data.n}`));
          return event.data.n;
        },
      ),
    ]);
    await startSandboxProcess();
    await registered();
    await client.send([1, 2, 3].map((n) => ({ name: "window/open", data: { n } })));
    await runs();
    await turn(3 * 86_400_000);
    await kill();
    await startSandboxProcess();
    expect((await runs()).map((run) => run.status)).toEqual(["running", "running", "running"]);
    await turn(5 * 86_400_000);
    expect((await runs()).map((run) => run.output)).toEqual([1, 2, 3]);
    expect(ran.sort()).toEqual(["after 1", "after 2", "after 3", "before 1", "before 2", "before 3"]);
  });

  it("in the middle of everything loses no run and runs no kept step again", async () => {
    const counts = new Map<string, number>();
    const client = await serveFunctions((inngest) => [
      inngest.createFunction(
        { id: "storm", triggers: [{ event: "storm/start" }] },
        async ({ event, step, runId }) => {
          const work = (name: string) =>
            step.run(name, async () => {
              counts.set(`${runId} ${name}`, (counts.get(`${runId} ${name}`) ?? 0) + 1);
              await new Promise((resolve) => setTimeout(resolve, 15));
              return name;
            });
          const both = await Promise.all([work("a"), work("b")]);
          await step.sleepUntil("no time", new Date(0));
          for (const name of ["c", "d", "e"]) both.push(await work(name));
          return { n: event.data.n, names: both.join("") };
        },
      ),
    ]);
    await startSandboxProcess();
    await registered();
    const count = 24;
    await client.send(Array.from({ length: count }, (_, n) => ({ name: "storm/start", data: { n } })));
    let struck = 0;
    for (const begun of [20, 55, 90]) {
      await vi.waitUntil(() => counts.size >= begun, { timeout: 60_000, interval: 2 });
      await kill();
      const kept = keptSteps().filter((name) => counts.has(name));
      if (kept.length > 0 && kept.length < count * 5) struck++;
      const before = new Map(kept.map((name) => [name, counts.get(name)]));
      await startSandboxProcess();
      await new Promise((resolve) => setTimeout(resolve, 150));
      for (const [name, times] of before) expect(counts.get(name), name).toBe(times);
    }
    expect(struck, "kills that met the runs half done").toBeGreaterThan(0);
    expect((await runs()).map((run) => run.output)).toEqual(
      Array.from({ length: count }, (_, n) => ({ n, names: "abcde" })),
    );
  });
});

describe("an app that goes away", () => {
  it("costs no attempt: the call is made again until it answers", async () => {
    const attempts: number[] = [];
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "patient", retries: 0, triggers: [{ event: "away/sent" }] },
        async ({ attempt }) => {
          attempts.push(attempt);
          return "ran";
        },
      ),
    ]);
    await world.stopApp();
    await world.send("away/sent");
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect((await world.run("patient")).status).toBe("queued");
    await world.startApp();
    await expect.poll(async () => (await world.run("patient")).status, { timeout: 30_000 }).toBe("completed");
    expect(attempts).toEqual([0]);
  });

  it("costs no place: calls that found it away are made before those that came later", async () => {
    const made: number[] = [];
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "queue", concurrency: { limit: 2 }, triggers: [{ event: "queue/joined" }] },
        async ({ event }) => void made.push(event.data.place),
      ),
    ]);
    await world.stopApp();
    for (let place = 0; place < 6; place++) await world.send("queue/joined", { place });
    await new Promise((resolve) => setTimeout(resolve, 700)); // a few calls that find nobody
    await world.startApp();
    await expect.poll(() => made.length, { timeout: 30_000 }).toBe(6);
    // Two at once may overtake each other, and nobody else.
    expect(made.map((place) => Math.floor(place / 2))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("in the middle of a call is called again, and its kept steps are not run again", async () => {
    let kept = 0;
    let cut = 0;
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "cut", retries: 0, triggers: [{ event: "cut/start" }] },
        async ({ step }) => {
          await step.run("kept", () => void kept++);
          return step.run("cut", async () => {
            cut++;
            if (cut === 1) await new Promise((resolve) => setTimeout(resolve, 30_000));
            return "whole";
          });
        },
      ),
    ]);
    await world.send("cut/start");
    await expect.poll(() => cut, { timeout: 30_000 }).toBe(1);
    await world.stopApp();
    await world.startApp();
    await expect.poll(async () => (await world.run("cut")).output, { timeout: 30_000 }).toBe("whole");
    expect([kept, cut]).toEqual([1, 2]);
  });

  it("for weeks of turned time takes up its sleeping runs when it is back", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "away", triggers: [{ event: "away/start" }] }, async ({ step }) => {
        await step.sleep("a week", "7d");
        await step.sleep("another", "7d");
        return "done";
      }),
    ]);
    await world.send("away/start");
    await world.run("away");
    await world.stopApp();
    await world.turn({ d: 20 });
    await world.startApp();
    await expect
      .poll(async () => Object.keys((await world.run("away")).steps).length, { timeout: 30_000 })
      .toBe(2);
    await world.turn({ d: 8 });
    expect((await world.run("away")).output).toBe("done");
  });
});
