/** Steps, sleeps, waits, errors and retries: what a function sees when the sandbox's Inngest runs it. */

import { NonRetriableError, RetryAfterError, StepError } from "inngest";
import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/app/lib/clock";
import { inngestWorld } from "../support/inngest-emulator";

describe("steps", () => {
  it("run once each, in order, and hand their JSON on", async () => {
    const ran: string[] = [];
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "line", triggers: [{ event: "line/start" }] }, async ({ event, step }) => {
        const first = await step.run("first", () => {
          ran.push("first");
          return { at: new Date(0), number: event.data.number };
        });
        const second = await step.run("second", () => {
          ran.push("second");
          return first.at;
        });
        return { first, second };
      }),
    ]);
    await world.send("line/start", { number: 7 });
    const run = await world.run("line");
    expect(run.status).toBe("completed");
    expect(run.output).toEqual({
      first: { at: "1970-01-01T00:00:00.000Z", number: 7 },
      second: "1970-01-01T00:00:00.000Z",
    });
    expect(ran).toEqual(["first", "second"]);
  });

  it("of the same name are counted and kept apart", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "loop", triggers: [{ event: "loop/start" }] }, async ({ step }) => {
        const sums: number[] = [];
        for (let i = 0; i < 3; i++) sums.push(await step.run("add", () => i * 10));
        return sums;
      }),
    ]);
    await world.send("loop/start");
    expect((await world.run("loop")).output).toEqual([0, 10, 20]);
  });

  it("beside each other run each once, and the function goes on when all are in", async () => {
    const ran: Record<string, number> = {};
    const count = (name: string) => {
      ran[name] = (ran[name] ?? 0) + 1;
      return name;
    };
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "beside", triggers: [{ event: "beside/start" }] }, async ({ step }) => {
        const names = await Promise.all([
          step.run("a", () => count("a")),
          step.run("b", async () => {
            await new Promise((resolve) => setTimeout(resolve, 50));
            return count("b");
          }),
          step.run("c", () => count("c")),
        ]);
        return step.run("after", () => count(names.join("")));
      }),
    ]);
    await world.send("beside/start");
    const run = await world.run("beside");
    expect(run.output).toBe("abc");
    expect(ran).toEqual({ a: 1, b: 1, c: 1, abc: 1 });
  });

  it("in chains beside each other all come to their end", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "chains", triggers: [{ event: "chains/start" }] }, async ({ step }) => {
        const chain = async (name: string) => {
          const one = await step.run(`${name}1`, () => name);
          await step.sleep(`${name} sleeps`, "1h");
          return step.run(`${name}2`, () => `${one}!`);
        };
        return Promise.all([chain("x"), chain("y")]);
      }),
    ]);
    await world.send("chains/start");
    await world.turn({ h: 2 });
    expect((await world.run("chains")).output).toEqual(["x!", "y!"]);
  });

  it("that race let the function go on with the first, while the SDK keeps the run until the others are in", async () => {
    const won: string[] = [];
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "race", triggers: [{ event: "race/start" }] }, async ({ step, group }) => {
        const winner = await group.parallel({ mode: "race" }, () =>
          Promise.race([step.run("quick", () => "quick"), step.sleep("slow", "3d").then(() => "slow")]),
        );
        return step.run("winner", () => {
          won.push(`race ${winner}`);
          return winner;
        });
      }),
      client.createFunction(
        { id: "race-v1", optimizeParallelism: false, triggers: [{ event: "race/start" }] },
        async ({ step }) => {
          const winner = await Promise.race([
            step.sleep("slow", "3d").then(() => "slow"),
            step.sleep("quick", "1d").then(() => "quick"),
          ]);
          return step.run("winner", () => {
            won.push(`race-v1 ${winner}`);
            return winner;
          });
        },
      ),
    ]);
    await world.send("race/start");
    await world.run("race");
    expect(won).toEqual(["race quick"]);
    await world.turn({ d: 2 });
    expect(won).toEqual(["race quick", "race-v1 quick"]);
    expect((await world.run("race")).status).toBe("running");
    await world.turn({ d: 2 });
    expect(await world.run("race")).toMatchObject({ status: "completed", output: "quick" });
    expect(await world.run("race-v1")).toMatchObject({ status: "completed", output: "quick" });
    expect(won).toHaveLength(2);
  });

  it("that a function runs none of still let it return", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "plain", triggers: [{ event: "plain/start" }] }, async () => "done"),
    ]);
    await world.send("plain/start");
    expect(await world.run("plain")).toMatchObject({ status: "completed", output: "done" });
  });
});

describe("sleeping", () => {
  it("ends when the sandbox's clock says so", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "sleeper", triggers: [{ event: "sleep/start" }] }, async ({ step }) => {
        await step.sleep("a week", "7d");
        return step.run("awake", () => "awake");
      }),
    ]);
    await world.send("sleep/start");
    await world.turn({ d: 6, h: 23 });
    expect((await world.run("sleeper")).status).toBe("running");
    await world.turn({ h: 2 });
    expect(await world.run("sleeper")).toMatchObject({ status: "completed", output: "awake" });
  });

  it("until an instant, also one that is past", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "until", triggers: [{ event: "until/start" }] },
        async ({ event, step }) => {
          await step.sleepUntil("past", new Date(0));
          await step.sleepUntil("then", new Date(event.data.at));
          return "there";
        },
      ),
    ]);
    const at = new Date(world.sandbox.clock.now().getTime() + 3 * DAY_MS);
    await world.send("until/start", { at: at.toISOString() });
    await world.turn({ d: 2 });
    expect((await world.run("until")).status).toBe("running");
    await world.turn({ d: 2 });
    const run = await world.run("until");
    expect(run.output).toBe("there");
    expect((run.ended_ms ?? 0) - at.getTime()).toBeLessThan(60_000);
  });
});

describe("errors", () => {
  it("of a step are retried with a pause, until it works", async () => {
    const attempts: number[] = [];
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "flaky", triggers: [{ event: "flaky/start" }] },
        async ({ step, attempt }) =>
          step.run("flaky", () => {
            attempts.push(attempt);
            if (attempts.length < 3) throw new Error(`no ${attempts.length}`);
            return "yes";
          }),
      ),
    ]);
    await world.send("flaky/start");
    expect((await world.run("flaky")).status).toBe("running");
    expect(attempts).toEqual([0]);
    await world.turn({ m: 5 });
    expect(await world.run("flaky")).toMatchObject({ status: "completed", output: "yes" });
    expect(attempts).toEqual([0, 1, 2]);
  });

  it("use up the retries, fail the run and call onFailure with the error and the event", async () => {
    let calls = 0;
    const told: unknown[] = [];
    const world = await inngestWorld((client) => [
      client.createFunction(
        {
          id: "doomed",
          retries: 2,
          triggers: [{ event: "doomed/start" }],
          onFailure: async ({ error, event }) => {
            told.push({
              message: error.message,
              from: event.data.event.data,
              function: event.data.function_id,
            });
          },
        },
        async ({ step }) =>
          step.run("always", () => {
            calls++;
            throw new TypeError("never");
          }),
      ),
    ]);
    await world.send("doomed/start", { order: 1 });
    await world.turn({ h: 1 });
    const run = await world.run("doomed");
    expect(run.status).toBe("failed");
    expect(run.error).toMatchObject({ name: "TypeError", message: "never" });
    expect(calls).toBe(3);
    expect(told).toEqual([{ message: "never", from: { order: 1 }, function: "test-doomed" }]);
    expect((await world.run("doomed-failure")).status).toBe("completed");
  });

  it("outside of steps are retried as a whole, without running kept steps again", async () => {
    let kept = 0;
    let tries = 0;
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "outside", retries: 3, triggers: [{ event: "outside/start" }] },
        async ({ step }) => {
          await step.run("kept", () => {
            kept++;
          });
          tries++;
          if (tries < 3) throw new Error("outside");
          return tries;
        },
      ),
    ]);
    await world.send("outside/start");
    await world.turn({ h: 1 });
    expect(await world.run("outside")).toMatchObject({ status: "completed", output: 3 });
    expect(kept).toBe(1);
  });

  it("that must not be retried end the run at once", async () => {
    let calls = 0;
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "final", triggers: [{ event: "final/start" }] }, async ({ step }) =>
        step.run("final", () => {
          calls++;
          throw new NonRetriableError("not again");
        }),
      ),
      client.createFunction({ id: "final-outside", triggers: [{ event: "final/start" }] }, async () => {
        throw new NonRetriableError("not again either");
      }),
    ]);
    await world.send("final/start");
    expect(await world.run("final")).toMatchObject({ status: "failed", error: { message: "not again" } });
    expect(await world.run("final-outside")).toMatchObject({
      status: "failed",
      error: { name: "NonRetriableError", message: "not again either" },
    });
    expect(calls).toBe(1);
  });

  it("may say when to come back", async () => {
    const at_ms: number[] = [];
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "later", triggers: [{ event: "later/start" }] }, async ({ step }) =>
        step.run("later", () => {
          at_ms.push(world.sandbox.clock.now().getTime());
          if (at_ms.length === 1) throw new RetryAfterError("busy", "6h");
          return "ok";
        }),
      ),
    ]);
    await world.send("later/start");
    await world.turn({ h: 5 });
    expect(at_ms).toHaveLength(1);
    await world.turn({ h: 2 });
    expect((await world.run("later")).output).toBe("ok");
    expect(Math.round(((at_ms[1] ?? 0) - (at_ms[0] ?? 0)) / 3_600_000)).toBe(6);
  });

  it("of a step that has failed for good can be caught", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "caught", retries: 0, triggers: [{ event: "caught/start" }] },
        async ({ step }) => {
          try {
            await step.run("fails", () => {
              throw new Error("caught me");
            });
          } catch (error) {
            const is_step_error = error instanceof StepError;
            return step.run("instead", () => ({ is_step_error, message: (error as Error).message }));
          }
          return "unreachable";
        },
      ),
    ]);
    await world.send("caught/start");
    expect(await world.run("caught")).toMatchObject({
      status: "completed",
      output: { is_step_error: true, message: "caught me" },
    });
  });

  it("of one of several steps beside each other leave the others' results", async () => {
    const ran = { good: 0, bad: 0 };
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "mixed", retries: 1, triggers: [{ event: "mixed/start" }] },
        async ({ step }) => {
          const [good, bad] = await Promise.allSettled([
            step.run("good", () => ++ran.good),
            step.run("bad", () => {
              ran.bad++;
              throw new Error("bad");
            }),
          ]);
          return [good.status, bad.status];
        },
      ),
    ]);
    await world.send("mixed/start");
    await world.turn({ h: 1 });
    expect((await world.run("mixed")).output).toEqual(["fulfilled", "rejected"]);
    expect(ran).toEqual({ good: 1, bad: 2 });
  });

  it("include an answer that does not come in time", async () => {
    let calls = 0;
    const world = await inngestWorld(
      (client) => [
        client.createFunction({ id: "slow", retries: 1, triggers: [{ event: "slow/start" }] }, async () => {
          calls++;
          if (calls === 1) await new Promise((resolve) => setTimeout(resolve, 1_500));
          return calls;
        }),
      ],
      { env: { SANDBOX_INNGEST_CALL_TIMEOUT_MS: "300" } },
    );
    await world.send("slow/start");
    await world.turn({ h: 1 });
    const run = await world.run("slow");
    expect(run).toMatchObject({ status: "completed", output: 2 });
    expect(run.log[0]?.error?.message).toContain("0.3 s");
  });
});

describe("a step that the emulator does not have", () => {
  it("fails in words", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction(
        { id: "waits", retries: 0, triggers: [{ event: "order/placed" }] },
        async ({ step }) => step.waitForEvent("paid", { event: "order/paid", timeout: "2d" }),
      ),
    ]);
    await world.send("order/placed");
    expect(await world.run("waits")).toMatchObject({
      status: "failed",
      error: { message: "The sandbox's Inngest does not do WaitForEvent" },
    });
  });
});

describe("events that a function sends", () => {
  it("from a step are sent exactly once", async () => {
    const world = await inngestWorld((client) => [
      client.createFunction({ id: "sender", triggers: [{ event: "send/start" }] }, async ({ step }) => {
        const { ids } = await step.sendEvent("tell", [
          { name: "send/told", data: { n: 1 } },
          { name: "send/told", data: { n: 2 } },
        ]);
        return ids.length;
      }),
      client.createFunction(
        { id: "hears", triggers: [{ event: "send/told" }] },
        async ({ event }) => event.data.n,
      ),
    ]);
    await world.send("send/start");
    expect((await world.run("sender")).output).toBe(2);
    expect((await world.runs("hears")).map((run) => run.output).sort()).toEqual([1, 2]);
  });
});
