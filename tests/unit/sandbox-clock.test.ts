import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { SandboxClock } from "@/sandbox/frame/clock";
import { openStore } from "@/sandbox/frame/store";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const open: SandboxClock[] = [];
function makeClock(patience_ms?: number): SandboxClock {
  const clock = new SandboxClock(undefined, patience_ms);
  open.push(clock);
  return clock;
}

afterEach(() => {
  for (const clock of open.splice(0)) clock.close();
});

const inFuture = (clock: SandboxClock, ms: number) => new Date(clock.now().getTime() + ms);
const everyMs = (ms: number) => (after: Date) => new Date((Math.floor(after.getTime() / ms) + 1) * ms);

describe("turning the clock", () => {
  it("fires what is due in order of time, and at one instant in the order it was given", async () => {
    const clock = makeClock();
    const seen: string[] = [];
    const same = inFuture(clock, 2 * DAY_MS);
    clock.at(inFuture(clock, 3 * DAY_MS), () => void seen.push("third day"));
    clock.at(same, () => void seen.push("second day, given first"));
    clock.at(same, () => void seen.push("second day, given second"));
    clock.at(inFuture(clock, DAY_MS), () => void seen.push("first day"));
    clock.at(inFuture(clock, 9 * DAY_MS), () => void seen.push("too late"));
    await clock.turnBy(4 * DAY_MS);
    expect(seen).toEqual(["first day", "second day, given first", "second day, given second", "third day"]);
  });

  it("is at the due instant while a thing runs, and waits for it before going on", async () => {
    const clock = makeClock();
    const due = inFuture(clock, DAY_MS);
    const seen: number[] = [];
    clock.at(due, async () => {
      await new Promise((resolve) => setTimeout(resolve, 80));
      seen.push(clock.now().getTime() - due.getTime());
    });
    clock.at(inFuture(clock, 2 * DAY_MS), () => void seen.push(-1));
    await clock.turnBy(3 * DAY_MS);
    expect(seen[0]).toBeGreaterThanOrEqual(0);
    expect(seen[0]).toBeLessThan(MINUTE_MS);
    expect(seen[1]).toBe(-1);
  });

  it("lives through what is scheduled on the way", async () => {
    const clock = makeClock();
    const days: number[] = [];
    const start_ms = clock.now().getTime();
    const again = (left: number) => {
      clock.at(inFuture(clock, DAY_MS), () => {
        days.push(Math.round((clock.now().getTime() - start_ms) / DAY_MS));
        if (left > 1) again(left - 1);
      });
    };
    again(5);
    await clock.turnBy(10 * DAY_MS);
    expect(days).toEqual([1, 2, 3, 4, 5]);
  });

  it("fires things that come due in real time while it rests at a stop", async () => {
    const clock = makeClock();
    const seen: string[] = [];
    clock.at(inFuture(clock, DAY_MS), () => void seen.push("stop"));
    clock.at(inFuture(clock, DAY_MS + 5), () => void seen.push("just after"));
    await clock.turnBy(2 * DAY_MS);
    expect(seen).toEqual(["stop", "just after"]);
  });

  it("does two turns at once one after the other", async () => {
    const clock = makeClock();
    const before_ms = clock.now().getTime();
    await Promise.all([clock.turnBy(DAY_MS), clock.turnBy(DAY_MS)]);
    const turned_ms = clock.now().getTime() - before_ms;
    expect(turned_ms).toBeGreaterThanOrEqual(2 * DAY_MS);
    expect(turned_ms).toBeLessThan(2 * DAY_MS + MINUTE_MS);
  });

  it("never turns back", async () => {
    const clock = makeClock();
    const before = clock.now();
    await clock.turnTo(new Date(before.getTime() - DAY_MS));
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(clock.state().version).toBe(0);
  });

  it("turns to the next due thing and names it", async () => {
    const clock = makeClock();
    const due = inFuture(clock, DAY_MS);
    const run = vi.fn();
    clock.at(inFuture(clock, 2 * DAY_MS), run, "later");
    clock.at(due, () => {}, "review window ends");
    expect(clock.upcoming(1)).toEqual([{ due, label: "review window ends" }]);
    await clock.turnToNext();
    expect(clock.now().getTime() - due.getTime()).toBeLessThan(MINUTE_MS);
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(due.getTime());
    expect(run).not.toHaveBeenCalled();
  });

  it("does not fire what was cancelled, even by a thing of the same instant", async () => {
    const clock = makeClock();
    const due = inFuture(clock, DAY_MS);
    const run = vi.fn();
    let cancel = () => {};
    clock.at(due, () => cancel());
    cancel = clock.at(due, run);
    await clock.turnBy(2 * DAY_MS);
    expect(run).not.toHaveBeenCalled();
  });

  it("goes on when something that was due fails", async () => {
    const clock = makeClock();
    const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
    const run = vi.fn();
    clock.at(inFuture(clock, DAY_MS), () => Promise.reject(new Error("broken")));
    clock.at(inFuture(clock, 2 * DAY_MS), run);
    await clock.turnBy(3 * DAY_MS);
    expect(run).toHaveBeenCalledOnce();
    expect(complaint).toHaveBeenCalledOnce();
    complaint.mockRestore();
  });

  it("waits for rest checks before it moves on", async () => {
    const clock = makeClock();
    let pending = 0;
    clock.restChecks.push(() => pending === 0);
    const seen: string[] = [];
    clock.at(inFuture(clock, DAY_MS), () => {
      pending = 1;
      setTimeout(() => {
        seen.push("outbox sent");
        pending = 0;
      }, 150);
    });
    clock.at(inFuture(clock, 2 * DAY_MS), () => void seen.push("next day"));
    await clock.turnBy(3 * DAY_MS);
    expect(seen).toEqual(["outbox sent", "next day"]);
  });
});

describe("recurring things", () => {
  it("fire once a stop when they are close together", async () => {
    const clock = makeClock();
    const run = vi.fn();
    clock.every(everyMs(5 * MINUTE_MS), run);
    clock.at(inFuture(clock, 7 * DAY_MS), () => {});
    await clock.turnBy(14 * DAY_MS);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it("are lived through tick by tick when they are sparse", async () => {
    const clock = makeClock();
    const run = vi.fn();
    clock.every(everyMs(DAY_MS), run);
    await clock.turnBy(10 * DAY_MS);
    expect(run).toHaveBeenCalledTimes(10);
  });

  it("stop when cancelled", async () => {
    const clock = makeClock();
    const run = vi.fn();
    clock.every(everyMs(DAY_MS), run)();
    await clock.turnBy(3 * DAY_MS);
    expect(run).not.toHaveBeenCalled();
  });
});

describe("time that runs by itself", () => {
  it("fires at the due moment without anybody turning", async () => {
    const clock = makeClock();
    const run = vi.fn();
    clock.at(inFuture(clock, 40), run);
    expect(run).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce(), { timeout: 20_000 });
  });

  it("keeps its offset over a restart", async () => {
    const folder = mkdtempSync(join(tmpdir(), "clock-"));
    const first = new SandboxClock(openStore(folder, "clock"));
    await first.turnBy(30 * DAY_MS);
    first.close();
    const second = new SandboxClock(openStore(folder, "clock"));
    open.push(second);
    expect(second.now().getTime() - Date.now()).toBeGreaterThan(30 * DAY_MS - MINUTE_MS);
    expect(second.state().offset_ms).toBe(first.state().offset_ms);
    rmSync(folder, { recursive: true });
  });
});

describe("followers", () => {
  it("know the new time before anything wakes", async () => {
    const clock = makeClock();
    let known_ms = clock.state().offset_ms;
    let stopped = false;
    const follow = async () => {
      for (let version = clock.state().version; !stopped; version = clock.state().version) {
        await clock.changed(version);
        await new Promise((resolve) => setTimeout(resolve, 30));
        known_ms = clock.state().offset_ms;
      }
    };
    void follow();
    const known: boolean[] = [];
    for (const day of [1, 2, 3])
      clock.at(inFuture(clock, day * DAY_MS), () => void known.push(known_ms === clock.state().offset_ms));
    await clock.turnBy(4 * DAY_MS);
    stopped = true;
    expect(known).toEqual([true, true, true]);
  });

  it("that went away hold the clock up for a while, and those that hung up not at all", async () => {
    const turnBeside = async (signal?: AbortSignal) => {
      const clock = makeClock(1_000);
      void clock.changed(0, 25_000, signal);
      const started_ms = performance.now();
      await clock.turnBy(DAY_MS);
      return performance.now() - started_ms;
    };
    const went_away_ms = await turnBeside();
    expect(await turnBeside(AbortSignal.abort())).toBeLessThan(went_away_ms / 2);
  });

  it("with another version are answered at once", async () => {
    const clock = makeClock();
    await clock.changed(17); // the wait of one with this version outlasts the test
  });
});
