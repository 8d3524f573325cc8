import { describe, expect, it, vi } from "vitest";
import { backoffMs, durationMs, instantMs, retryAfterMs } from "@/sandbox/inngest/duration";
import { holds, keyOf } from "@/sandbox/inngest/expression";
import { ulid } from "@/sandbox/inngest/ids";
import { ticksOf } from "@/sandbox/inngest/registry";

const event = (data: Record<string, unknown>) => ({ name: "thing/happened", data, id: "1", ts: 0 });

describe("expressions", () => {
  it.each([
    ["event.data.n == 1", { n: 1 }, true],
    ["event.data.n == 1.0 && event.data.s == 'a'", { n: 1, s: "a" }, true],
    ["event.data.n > 1", { n: 1 }, false],
    ["event.data.s == '1'", { s: 1 }, false],
    ["event.data.missing == 'a'", {}, false],
    ["event.data.missing == null", {}, true],
    ["event.data.missing != 'a'", {}, true],
    ["event.data.deep.missing == 'a' || event.data.n == 1", { n: 1 }, true],
    ["has(event.data.s)", {}, false],
    ["has(event.data.s) && event.data.other == null", { s: 1 }, true],
    ["event.data.s.startsWith('ab')", { s: "abc" }, true],
    ["event.data.s.startsWith('ab')", {}, false],
    ["event.data.tag in ['a', 'b']", { tag: "b" }, true],
    ["'x' in event.data.tags", { tags: ["x"] }, true],
    ["event.name == 'thing/happened'", {}, true],
  ] as const)("%s of %o is %s", (expression, data, expected) => {
    expect(holds(expression, { event: event(data) })).toBe(expected);
  });

  it("compare the event that waits with the one that comes", () => {
    const scope = { event: event({ id: "a" }), async: event({ id: "a", price: 3 }) };
    expect(holds("event.data.id == async.data.id", scope)).toBe(true);
    expect(holds("event.data.id == async.data.id && async.data.price > 3", scope)).toBe(false);
  });

  it("that are malformed never hold, and say so once", () => {
    const warning = vi.spyOn(console, "warn").mockImplementation(() => {});
    expect(holds("event.data.(", { event: event({}) })).toBe(false);
    expect(holds("event.data.(", { event: event({}) })).toBe(false);
    expect(warning).toHaveBeenCalledOnce();
    warning.mockRestore();
  });

  it("make keys of texts, numbers and combinations", () => {
    expect(keyOf("event.data.s", event({ s: "a" }))).toBe("a");
    expect(keyOf("event.data.n", event({ n: 5 }))).toBe("5");
    expect(keyOf("event.data.s + '-' + event.data.t", event({ s: "a", t: "b" }))).toBe("a-b");
    expect(keyOf(undefined, event({}))).toBe("");
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
