/** Which runs events start, when, and what ends them: duplicates, cancellations, limits, gatherings, crons. */
import { describe, expect, it, vi } from "vitest";
import type { Run } from "@/sandbox/inngest/model";
import { inngestWorld } from "../support/inngest-emulator";

const outputs = (runs: Run[]) => runs.map((run) => run.output);

describe("events", () => {
  it("start every function that listens, and only where the condition holds", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "one", triggers: [{ event: "fan/out" }] }, async () => 1),
      client.createFunction(
        { id: "two", triggers: [{ event: "fan/out" }, { event: "fan/other" }] },
        async () => 2,
      ),
      client.createFunction(
        { id: "big", triggers: [{ event: "fan/out", if: "event.data.amount > 100" }] },
        async () => 3,
      ),
      client.createFunction({ id: "wild", triggers: [{ event: "fan/*" }] }, async ({ event }) => event.name),
    ]);
    await world.send("fan/out", { amount: 5 });
    await world.send("fan/other");
    await world.send("fan/out", { amount: 500 });
    expect(await world.runs("one")).toHaveLength(2);
    expect(await world.runs("two")).toHaveLength(3);
    expect(await world.runs("big")).toHaveLength(1);
    expect(outputs(await world.runs("wild")).sort()).toEqual(["fan/other", "fan/out", "fan/out"]);
  });

  it("of one id start a function once within 24 hours", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "once", triggers: [{ event: "dup/sent" }] }, async () => "ran"),
    ]);
    await world.send("dup/sent", {}, { id: "same" });
    await world.send("dup/sent", {}, { id: "same" });
    expect(await world.runs("once")).toHaveLength(1);
    await world.turn({ h: 25 });
    await world.send("dup/sent", {}, { id: "same" });
    expect(await world.runs("once")).toHaveLength(2);
  });

  it("sent again by the SDK after a lost answer have no second effect", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "seeded", triggers: [{ event: "seed/sent" }] }, async () => "ran"),
    ]);
    const send = () =>
      fetch(`${world.sandbox.urls.inngest}/e/key`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-inngest-event-id-seed": "1700000000000,c2VlZHNlZWQ=",
        },
        body: JSON.stringify([
          { name: "seed/sent", data: {} },
          { name: "seed/sent", data: {} },
        ]),
      }).then((response) => response.json());
    const first = await send();
    expect(await send()).toEqual(first);
    expect(await world.runs("seeded")).toHaveLength(2);
  });

  it("with a time to come start their run then", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "delayed", triggers: [{ event: "later/sent" }] }, async () => "ran"),
    ]);
    await world.send("later/sent", {}, { ts: world.sandbox.clock.now().getTime() + 3 * 3_600_000 });
    expect((await world.run("delayed")).status).toBe("queued");
    await world.turn({ h: 2 });
    expect((await world.run("delayed")).status).toBe("queued");
    await world.turn({ h: 2 });
    expect((await world.run("delayed")).status).toBe("completed");
  });

  it("carry the sandbox's time when their sender names none", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "stamped", triggers: [{ event: "stamp/sent" }] },
        async ({ event }) => event.ts,
      ),
    ]);
    await world.turn({ d: 40 });
    await world.send("stamp/sent");
    const ts = (await world.run("stamped")).output as number;
    expect(ts - Date.now()).toBeGreaterThan(39 * 86_400_000);
  });

  it("without a name are refused", async () => {
    const world = await inngestWorld(() => []);
    const response = await fetch(`${world.sandbox.urls.inngest}/e/key`, {
      method: "POST",
      body: '{"data":{}}',
    });
    expect(response.status).toBe(400);
  });
});

describe("an idempotency key", () => {
  it("lets one run a day through", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "keyed", idempotency: "event.data.order", triggers: [{ event: "key/sent" }] },
        async ({ event }) => event.data.order,
      ),
    ]);
    await world.send("key/sent", { order: "a" });
    await world.send("key/sent", { order: "a" });
    await world.send("key/sent", { order: "b" });
    expect(outputs(await world.runs("keyed"))).toEqual(["a", "b"]);
    await world.turn({ h: 25 });
    await world.send("key/sent", { order: "a" });
    expect(await world.runs("keyed")).toHaveLength(3);
  });
});

describe("cancelling", () => {
  it("ends a sleeping run on a matching later event, and tells nobody that it failed", async () => {
    const failures: string[] = [];
    const world = await inngestWorld((client) => [
      client.createFunction(
        {
          id: "cancellable",
          triggers: [{ event: "job/start" }],
          cancelOn: [{ event: "job/stop", if: "event.data.id == async.data.id" }],
          onFailure: async () => {
            failures.push("told");
          },
        },
        async ({ step }) => {
          await step.sleep("long", "10d");
          return "finished";
        },
      ),
      client.createFunction(
        { id: "on-cancel", triggers: [{ event: "inngest/function.cancelled" }] },
        async ({ event }) => event.data.function_id,
      ),
    ]);
    await world.send("job/stop", { id: "a" });
    await world.send("job/start", { id: "a" });
    await world.send("job/start", { id: "b" });
    await world.runs("cancellable");
    await world.send("job/stop", { id: "b" });
    await world.turn({ d: 11 });
    expect((await world.runs("cancellable")).map((run) => run.status)).toEqual(["completed", "cancelled"]);
    expect(failures).toEqual([]);
    expect(outputs(await world.runs("on-cancel"))).toEqual(["test-cancellable"]);
  });

  it("by match", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction(
        {
          id: "matched",
          triggers: [{ event: "m/start" }],
          cancelOn: [{ event: "m/stop", match: "data.id" }],
        },
        async ({ step }) => {
          await step.sleep("long", "10d");
        },
      ),
    ]);
    await world.send("m/start", { id: 1 });
    await world.send("m/start", { id: 2 });
    await world.runs("matched");
    await world.send("m/stop", { id: 2 });
    expect((await world.runs("matched")).map((run) => run.status)).toEqual(["running", "cancelled"]);
  });

  it("while a step runs leaves its answer without effect", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const ran: string[] = [];
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "midway", triggers: [{ event: "mid/start" }], cancelOn: [{ event: "mid/stop" }] },
        async ({ step }) => {
          await step.run("held", () => {
            ran.push("held");
            return held;
          });
          await step.run("after", () => void ran.push("after"));
        },
      ),
    ]);
    await world.send("mid/start");
    await vi.waitUntil(() => ran.includes("held"), { timeout: 30_000 });
    await world.send("mid/stop");
    release();
    expect((await world.run("midway")).status).toBe("cancelled");
    expect(ran).toEqual(["held"]);
  });
});

describe("limits", () => {
  it("on concurrency hold calls back, per key", async () => {
    const now: Record<string, number> = {};
    const max: Record<string, number> = {};
    const world = await inngestWorld((client) => [
      client.createFunction(
        {
          id: "narrow",
          concurrency: { limit: 2, key: "event.data.brand" },
          triggers: [{ event: "narrow/start" }],
        },
        async ({ event, step }) =>
          step.run("work", async () => {
            const brand = event.data.brand as string;
            now[brand] = (now[brand] ?? 0) + 1;
            max[brand] = Math.max(max[brand] ?? 0, now[brand]);
            await new Promise((resolve) => setTimeout(resolve, 30));
            now[brand]--;
          }),
      ),
    ]);
    await world.client.send(
      Array.from({ length: 12 }, (_, i) => ({ name: "narrow/start", data: { brand: i % 2 ? "x" : "y" } })),
    );
    const runs = await world.runs("narrow");
    expect(runs.filter((run) => run.status === "completed")).toHaveLength(12);
    expect(max).toEqual({ x: 2, y: 2 });
  });

  it("on concurrency do not count runs that sleep", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "single", concurrency: 1, triggers: [{ event: "single/start" }] },
        async ({ step }) => {
          await step.sleep("nap", "1h");
          return "ok";
        },
      ),
    ]);
    for (let i = 0; i < 3; i++) await world.send("single/start");
    expect((await world.runs("single")).map((run) => Object.keys(run.steps).length)).toEqual([1, 1, 1]);
    await world.turn({ h: 2 });
    expect(outputs(await world.runs("single"))).toEqual(["ok", "ok", "ok"]);
  });

  it("on the rate drop what is too much", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "rated", rateLimit: { limit: 2, period: "1h" }, triggers: [{ event: "rate/sent" }] },
        async ({ event }) => event.data.n,
      ),
    ]);
    for (let n = 1; n <= 4; n++) await world.send("rate/sent", { n });
    expect(outputs(await world.runs("rated"))).toEqual([1, 2]);
    await world.turn({ h: 2 });
    await world.send("rate/sent", { n: 5 });
    expect(outputs(await world.runs("rated"))).toEqual([1, 2, 5]);
  });

  it("by throttling spread starts out without dropping any", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "spread", throttle: { limit: 1, period: "1h" }, triggers: [{ event: "spread/sent" }] },
        async ({ event }) => event.data.n,
      ),
    ]);
    for (let n = 1; n <= 3; n++) await world.send("spread/sent", { n });
    const done = async () => (await world.runs("spread")).filter((run) => run.status === "completed").length;
    expect(await done()).toBe(1);
    await world.turn({ m: 61 });
    expect(await done()).toBe(2);
    await world.turn({ m: 61 });
    expect(await done()).toBe(3);
  });

  it("to one run at a time skip others, or end the one before", async () => {
    const sleeper = async ({ step }: { step: { sleep: (id: string, time: string) => Promise<void> } }) =>
      step.sleep("long", "1d");
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "skips", singleton: { mode: "skip", key: "event.data.k" }, triggers: [{ event: "solo/sent" }] },
        sleeper,
      ),
      client.createFunction(
        { id: "replaces", singleton: { mode: "cancel" }, triggers: [{ event: "solo/sent" }] },
        sleeper,
      ),
    ]);
    await world.send("solo/sent", { k: 1 });
    await world.send("solo/sent", { k: 1 });
    await world.send("solo/sent", { k: 2 });
    expect(await world.runs("skips")).toHaveLength(2);
    expect((await world.runs("replaces")).map((run) => run.status)).toEqual([
      "cancelled",
      "cancelled",
      "running",
    ]);
  });

  it("on a run's whole time cancel it", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "timed", timeouts: { finish: "1h" }, triggers: [{ event: "timed/start" }] },
        async ({ step }) => {
          await step.sleep("long", "2h");
        },
      ),
    ]);
    await world.send("timed/start");
    await world.turn({ h: 3 });
    expect((await world.run("timed")).status).toBe("cancelled");
  });
});

describe("gathering", () => {
  it("debounces: the last event counts, once it has been quiet", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction(
        {
          id: "quiet",
          debounce: { period: "10m", key: "event.data.doc" },
          triggers: [{ event: "doc/edited" }],
        },
        async ({ event }) => `${event.data.doc}${event.data.n}`,
      ),
    ]);
    await world.send("doc/edited", { doc: "a", n: 1 });
    await world.turn({ m: 6 });
    await world.send("doc/edited", { doc: "a", n: 2 });
    await world.send("doc/edited", { doc: "b", n: 1 });
    await world.turn({ m: 6 });
    expect(await world.runs("quiet")).toHaveLength(0);
    await world.turn({ m: 6 });
    expect(outputs(await world.runs("quiet")).sort()).toEqual(["a2", "b1"]);
  });

  it("batches: when full, or when the time is up", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "batched", batchEvents: { maxSize: 3, timeout: "60s" }, triggers: [{ event: "batch/sent" }] },
        async ({ events }) => events.map((event) => event.data.n),
      ),
    ]);
    for (let n = 1; n <= 4; n++) await world.send("batch/sent", { n });
    expect(outputs(await world.runs("batched"))).toEqual([[1, 2, 3]]);
    await world.turn({ m: 2 });
    expect(outputs(await world.runs("batched"))).toEqual([[1, 2, 3], [4]]);
  });
});

describe("crons", () => {
  it("run at their time, in their zone, once a day", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "daily", triggers: [{ cron: "TZ=America/New_York 0 9 * * *" }] },
        async ({ event }) => event.name,
      ),
    ]);
    await world.turn({ d: 5 });
    const runs = await world.runs("daily");
    expect(runs).toHaveLength(5);
    for (const run of runs) {
      const hour = new Intl.DateTimeFormat("en", {
        hour: "numeric",
        hourCycle: "h23",
        timeZone: "America/New_York",
      });
      expect(hour.format(run.queued_ms)).toBe("09");
      expect(run.output).toBe("inngest/scheduled.timer");
    }
  });

  it("beside events start the same function", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "both", triggers: [{ cron: "0 0 * * *" }, { event: "both/now" }] },
        async ({ event }) => event.name,
      ),
    ]);
    await world.send("both/now");
    await world.turn({ d: 1 });
    expect(outputs(await world.runs("both"))).toEqual(["both/now", "inngest/scheduled.timer"]);
  });
});

describe("people", () => {
  it("cancel and rerun a run from its page, and read runs and events", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "shown", name: "Shown to people", triggers: [{ event: "shown/start" }] },
        async ({ step }) => {
          await step.sleep("a good while", "1d");
          return "<b>escaped</b>";
        },
      ),
    ]);
    const url = world.sandbox.urls.inngest;
    await world.send("shown/start");
    const run = await world.run("shown");
    const text = async (path: string) => (await fetch(`${url}${path}`)).text();
    expect(await text("/")).toContain("Shown to people");
    expect(await text(`/runs/${run.id}`)).toContain("a good while");
    expect(await text("/events")).toContain("shown/start");
    expect(await text("/functions")).toContain("test-shown");
    await fetch(`${url}/runs/${run.id}/cancel`, { method: "POST" });
    await fetch(`${url}/runs/${run.id}/rerun`, { method: "POST" });
    await world.turn({ d: 2 });
    const runs = await world.runs("shown");
    expect(runs.map((one) => one.status)).toEqual(["cancelled", "completed"]);
    const page = await text(`/runs/${runs[1]?.id}`);
    expect(page).toContain("&lt;b&gt;escaped&lt;/b&gt;");
    const home = await (await fetch(world.sandbox.urls.home ?? "")).text();
    expect(home).toContain("Turn forward a day");
  });
});
