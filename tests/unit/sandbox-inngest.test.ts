import { describe, expect, it } from "vitest";
import { backoffMs, durationMs, instantMs, retryAfterMs } from "@/sandbox/inngest/duration";
import { holds, isUnderstood } from "@/sandbox/inngest/expression";
import { ulid } from "@/sandbox/inngest/ids";
import { readRegistration } from "@/sandbox/inngest/registration";
import { ticksOf } from "@/sandbox/inngest/registry";

const event = (data: Record<string, unknown>) => ({ name: "thing/happened", data, id: "1", ts: 0 });

describe("conditions", () => {
  it.each([
    ["event.data.s == 'a'", { s: "a" }, true],
    ['event.data.s == "a"', { s: "a" }, true],
    ["event.data.s == 'a'", { s: "b" }, false],
    ["event.data.s == '1'", { s: 1 }, false],
    ["event.data.deep.s == 'a'", { deep: { s: "a" } }, true],
    ["event.data.deep.s == 'a'", {}, false],
    ["event.name == 'thing/happened'", {}, true],
  ] as const)("%s of %o is %s", (expression, data, expected) => {
    expect(isUnderstood(expression)).toBe(true);
    expect(holds(expression, event(data))).toBe(expected);
  });

  it.each([
    "event.data.n > 1",
    "event.data.n == 1",
    "event.data.a == 'a' && event.data.b == 'b'",
    "async.data.id == event.data.id",
    "event.data.(",
  ])("%s is not understood", (expression) => {
    expect(isUnderstood(expression)).toBe(false);
    expect(() => holds(expression, event({}))).toThrow(expression);
  });
});

describe("what an app tells of its functions", () => {
  const fn = (more: object) => ({
    id: "app-one",
    name: "one",
    triggers: [{ event: "thing/happened" }],
    steps: { step: { id: "step", name: "step", runtime: { type: "http", url: "http://127.0.0.1:9" } } },
    ...more,
  });
  const read = (more: object) => readRegistration({ appName: "app", functions: [fn(more)] });

  it("is taken over with all that the emulator does", () => {
    const trigger = { event: "thing/happened", expression: "event.data.s == 'a'" };
    for (const more of [
      {},
      { concurrency: 3 },
      { concurrency: { limit: 3 } },
      { triggers: [trigger, { cron: "0 4 * * *" }] },
    ])
      expect(read(more)).toMatchObject({ functions: [{ id: "app-one", ...more }] });
  });

  it.each([
    [{ debounce: { period: "10m" } }, "debounce"],
    [{ throttle: { limit: 1, period: "1h" } }, "throttle"],
    [{ rateLimit: { limit: 1, period: "1h" } }, "rateLimit"],
    [{ batchEvents: { maxSize: 3, timeout: "60s" } }, "batchEvents"],
    [{ singleton: { mode: "skip" } }, "singleton"],
    [{ idempotency: "event.data.order" }, "idempotency"],
    [{ cancel: [{ event: "job/stop" }] }, "cancel"],
    [{ timeouts: { finish: "1h" } }, "timeouts"],
    [{ priority: { run: "120" } }, "priority"],
    [{ concurrency: { limit: 2, key: "event.data.brand" } }, "concurrency"],
    [{ triggers: [{ cron: "0 4 * * *", jitter: "5m" }] }, "jitter"],
    [{ triggers: [{ event: "a", expression: "event.data.n > 1" }] }, "the condition"],
  ])("is refused with %o, by the function's name", (more, word) => {
    expect(read(more)).toEqual({ refused: expect.stringMatching(new RegExp(`app-one: .*${word}`)) });
  });

  it("is refused when it is none", () => {
    expect(readRegistration(null)).toHaveProperty("refused");
  });
});

describe("spans of time", () => {
  it.each([
    ["30m", 1_800_000],
    ["1d2h3m4s", 93_784_000],
    ["2w", 1_209_600_000],
    ["", 0],
  ])("%s", (text, expected) => {
    expect(durationMs(text)).toBe(expected);
  });

  it("are refused when they are none", () => {
    expect(() => durationMs("soon")).toThrow(RangeError);
    expect(() => instantMs("2026-13-45", 0)).toThrow(RangeError);
  });

  it("or instants, or a retry-after header in seconds or as a date", () => {
    expect(instantMs("1h", 1_000)).toBe(3_601_000);
    expect(instantMs("2030-01-01T00:00:00.000Z", 1_000)).toBe(Date.UTC(2030, 0, 1));
    expect(retryAfterMs("90", 1_000)).toBe(91_000);
    expect(retryAfterMs("2030-01-01T00:00:00.000Z", 1_000)).toBe(Date.UTC(2030, 0, 1));
    expect(retryAfterMs(null, 1_000)).toBeUndefined();
  });

  it("between attempts grow as Inngest's table does, with up to 30 s of chance", () => {
    for (const [attempt, min_s] of [
      [1, 15],
      [2, 30],
      [5, 300],
      [40, 7_200],
    ] as const) {
      const pause_ms = backoffMs(attempt);
      expect(pause_ms).toBeGreaterThanOrEqual(min_s * 1_000);
      expect(pause_ms).toBeLessThan((min_s + 30) * 1_000);
    }
  });
});

describe("crons", () => {
  it("tick in UTC unless a zone is named, over a change of the clocks", () => {
    const winter = new Date("2026-10-24T22:00:00Z");
    expect(ticksOf("0 9 * * *")?.(winter).toISOString()).toBe("2026-10-25T09:00:00.000Z");
    expect(ticksOf("TZ=Europe/Berlin 0 9 * * *")?.(winter).toISOString()).toBe("2026-10-25T08:00:00.000Z");
    expect(ticksOf("TZ=Europe/Berlin 0 9 * * *")?.(new Date("2026-10-23T22:00:00Z")).toISOString()).toBe(
      "2026-10-24T07:00:00.000Z",
    );
  });
});

describe("ids", () => {
  it("sort by time, and are the same for the same seed", () => {
    expect(ulid(1_000) < ulid(2_000)).toBe(true);
    expect(ulid(5, "seed")).toBe(ulid(5, "seed"));
    expect(ulid(5, "seed")).not.toBe(ulid(5, "other"));
    expect(ulid(1_700_000_000_000)).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });
});
