/** Which runs events start, when, and what ends them: duplicates, cancellations, limits, crons. */
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
        { id: "big", triggers: [{ event: "fan/out", if: "event.data.size == 'big'" }] },
        async () => 3,
      ),
      client.createFunction({ id: "wild", triggers: [{ event: "fan/*" }] }, async ({ event }) => event.name),
    ]);
    await world.send("fan/out", { size: "small" });
    await world.send("fan/other");
    await world.send("fan/out", { size: "big" });
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

describe("cancelling", () => {
  const cancel = async (world: Awaited<ReturnType<typeof inngestWorld>>, id: string) =>
    fetch(`${world.sandbox.urls.inngest}/control/runs/${id}/cancel`, { method: "POST" });

  it("ends a sleeping run, and tells nobody that it failed", async () => {
    const failures: string[] = [];
    const world = await inngestWorld((client) => [
      client.createFunction(
        {
          id: "cancellable",
          triggers: [{ event: "job/start" }],
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
    await world.send("job/start", { id: "a" });
    await world.send("job/start", { id: "b" });
    const [, second] = await world.runs("cancellable");
    await cancel(world, second?.id ?? "");
    await world.turn({ d: 11 });
    expect((await world.runs("cancellable")).map((run) => run.status)).toEqual(["completed", "cancelled"]);
    expect(failures).toEqual([]);
    expect(outputs(await world.runs("on-cancel"))).toEqual(["test-cancellable"]);
  });

  it("while a step runs leaves its answer without effect", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const ran: string[] = [];
    let run_id = "";
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "midway", triggers: [{ event: "mid/start" }] }, async ({ step, runId }) => {
        await step.run("held", () => {
          run_id = runId;
          ran.push("held");
          return held;
        });
        await step.run("after", () => void ran.push("after"));
      }),
    ]);
    await world.send("mid/start");
    await vi.waitUntil(() => ran.includes("held"), { timeout: 30_000 });
    await cancel(world, run_id);
    release();
    expect((await world.run("midway")).status).toBe("cancelled");
    expect(ran).toEqual(["held"]);
  });
});

describe("an option that the emulator does not have", () => {
  it("is refused when the app registers, and its functions are not run", async () => {
    const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
    const starting = inngestWorld((client) => [
      client.createFunction(
        { id: "quiet", debounce: { period: "10m" }, triggers: [{ event: "doc/edited" }] },
        async () => "ran",
      ),
    ]);
    await expect(starting).rejects.toThrow(/test-quiet: .*debounce/);
    expect(complaint).toHaveBeenCalledWith(expect.stringContaining("debounce"));
    complaint.mockRestore();
  });
});

describe("limits", () => {
  it("on concurrency hold calls back", async () => {
    let now = 0;
    let max = 0;
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "narrow", concurrency: { limit: 2 }, triggers: [{ event: "narrow/start" }] },
        async ({ step }) =>
          step.run("work", async () => {
            max = Math.max(max, ++now);
            await new Promise((resolve) => setTimeout(resolve, 30));
            now--;
          }),
      ),
    ]);
    await world.client.send(Array.from({ length: 12 }, () => ({ name: "narrow/start", data: {} })));
    const runs = await world.runs("narrow");
    expect(runs.filter((run) => run.status === "completed")).toHaveLength(12);
    expect(max).toBe(2);
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
