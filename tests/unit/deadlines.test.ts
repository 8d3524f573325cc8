import { describe, expect, test } from "vitest";
import { addBusinessDays, dueAt } from "@/app/domain/collaboration/deadlines";
import { planReminders } from "@/app/domain/collaboration/reminders";
import { defaultPolicy, LONGEST_HOLD_DAYS, longestHoldDays, POLICY_LIMITS } from "@/app/domain/policy/policy";
import { policySchema } from "@/app/domain/policy/schema";

const at = (iso: string) => new Date(iso);
const facts = {
  policy: defaultPolicy(),
  now: at("2026-11-23T10:00:00Z"),
  time_zone: "Asia/Shanghai",
  cross_border: false,
  hold_until: null,
  content_due_at: null,
  cancelled_at: null,
  paid_at: null,
};

describe("business days", () => {
  test.each([
    ["Friday to Monday", "2026-11-20T10:00:00Z", 1, "UTC", "2026-11-23T10:00:00.000Z"],
    ["over a weekend", "2026-11-19T10:00:00Z", 3, "UTC", "2026-11-24T10:00:00.000Z"],
    ["begun on a Sunday", "2026-11-22T10:00:00Z", 1, "UTC", "2026-11-23T10:00:00.000Z"],
    [
      "it is Saturday already in Shanghai",
      "2026-11-20T17:00:00Z",
      1,
      "Asia/Shanghai",
      "2026-11-22T17:00:00.000Z",
    ],
    [
      "daylight saving ends in New York: the local time stays",
      "2026-10-30T16:00:00Z",
      1,
      "America/New_York",
      "2026-11-02T17:00:00.000Z",
    ],
    ["the 29th of February", "2028-02-28T10:00:00Z", 1, "UTC", "2028-02-29T10:00:00.000Z"],
    ["the year turns", "2026-12-31T23:30:00Z", 1, "UTC", "2027-01-01T23:30:00.000Z"],
  ])("%s", (_name, from, days, zone, expected) => {
    expect(addBusinessDays(at(from), days, zone).toISOString()).toBe(expected);
  });
});

describe("deadlines", () => {
  test.each([
    ["application", "2026-11-28T10:00:00.000Z"],
    ["slot", "2026-11-26T10:00:00.000Z"],
    ["ship", "2026-11-26T10:00:00.000Z"],
    ["order", "2026-11-25T10:00:00.000Z"],
    ["transit", "2026-12-07T10:00:00.000Z"],
    ["content", "2026-12-07T10:00:00.000Z"],
    ["overdue", "2026-11-26T10:00:00.000Z"],
    ["cure", "2026-11-25T10:00:00.000Z"],
    ["review", "2026-11-30T10:00:00.000Z"],
    ["changes", "2026-11-28T10:00:00.000Z"],
    ["hold", "2026-11-23T10:00:00.000Z"],
  ] as const)("%s", (kind, expected) => {
    expect(dueAt(kind, facts).toISOString()).toBe(expected);
  });

  test("a parcel that crosses a border has 30 days", () => {
    expect(dueAt("transit", { ...facts, cross_border: true }).toISOString()).toBe("2026-12-23T10:00:00.000Z");
  });

  test("an extension prolongs the running deadline, not the present day", () => {
    const content_due_at = at("2026-12-01T00:00:00Z");
    expect(dueAt("content", { ...facts, content_due_at }).toISOString()).toBe("2026-12-08T00:00:00.000Z");
  });

  test("pay rests as long as the operator's rules say", () => {
    expect(dueAt("hold", { ...facts, hold_until: at("2026-11-30T10:00:00Z") }).toISOString()).toBe(
      "2026-11-30T10:00:00.000Z",
    );
  });

  test("monitoring counts from the pay, also after a cure", () => {
    expect(dueAt("monitoring", { ...facts, paid_at: at("2026-11-20T00:00:00Z") }).toISOString()).toBe(
      "2026-12-20T00:00:00.000Z",
    );
  });
});

describe("reminders", () => {
  const begun = at("2026-11-01T00:00:00Z");

  test("four follow-ups in fourteen days of content", () => {
    expect(
      planReminders("content", begun, at("2026-11-15T00:00:00Z"), false).map(
        ({ template, at: when }) => `${template} ${when.getUTCDate()}`,
      ),
    ).toEqual([
      "follow_up_day_1 2",
      "follow_up_day_7 8",
      "follow_up_3_days_left 12",
      "follow_up_1_day_left 14",
    ]);
  });

  test("after an extension only what is still ahead of the new deadline", () => {
    expect(
      planReminders("content", begun, at("2026-11-22T00:00:00Z"), true).map(({ template }) => template),
    ).toEqual(["follow_up_3_days_left", "follow_up_1_day_left"]);
  });

  test("a window shorter than a reminder's day has no such reminder", () => {
    expect(
      planReminders("review", begun, at("2026-11-06T00:00:00Z"), false).map(({ template }) => template),
    ).toEqual(["review_reminder_day_3"]);
  });
});

describe("policy", () => {
  test("the usual policy is within the limits and within the longest hold", () => {
    expect(policySchema.safeParse(defaultPolicy()).success).toBe(true);
    expect(longestHoldDays(defaultPolicy())).toBeLessThanOrEqual(LONGEST_HOLD_DAYS);
  });

  test("each term is refused outside its limits", () => {
    for (const [name, [min, , max]] of Object.entries(POLICY_LIMITS))
      for (const value of [min - 1, max + 1, min + 0.5])
        expect(
          policySchema.safeParse({ ...defaultPolicy(), [name]: value }).success,
          `${name} = ${value}`,
        ).toBe(false);
  });

  test("timers that together hold money for too long are refused though each is within its limits", () => {
    const slow = { ...defaultPolicy(), content_window_days: 21, transit_domestic_days: 21, revisions: 3 };
    const result = policySchema.safeParse(slow);
    expect(result.error?.issues[0]?.message).toBe("policy_holds_too_long");
  });
});
