/** What comes from outside is an id only when it names a row of the right kind, and what is missing is said in words. */

import { describe, expect, test } from "vitest";
import { idInPath } from "@/app/lib/answer";
import { idSchema, isId, newId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { cursorOf } from "@/app/lib/page";

describe("an id", () => {
  test("of our own making is one of its kind, and of no other", () => {
    const id = newId("payment");
    expect(isId("payment", id)).toBe(true);
    expect(isId("collab", id)).toBe(false);
  });

  test.each([
    undefined,
    null,
    "",
    7,
    "payment",
    "payment_",
    "payment_../x",
    "payment_A",
    "xpayment_1",
    "payment_1 ",
  ])("%o is none", (text) => {
    expect(isId("payment", text)).toBe(false);
    expect(idSchema("payment").safeParse(text).success).toBe(false);
  });

  test("in an address that is none answers as one that nothing has", () => {
    expect(idInPath("offer", "offer_1")).toBe("offer_1");
    for (const text of ["brand_1", "", undefined])
      expect(() => idInPath("offer", text)).toThrow(
        expect.objectContaining({
          data: { code: "not_found", params: { what: "offer" } },
          init: { status: 404 },
        }),
      );
  });
});

test("a missing row and a missing value are named", () => {
  expect(one([1, 2], "the first")).toBe(1);
  expect(() => one([], "the offer")).toThrow("Missing: the offer");
  expect(required(0, "a number")).toBe(0);
  expect(() => required(null, "the payment behind collab_1")).toThrow("Missing: the payment behind collab_1");
});

test("a page of an instant that does not exist is the first one", () => {
  const after = (key: string) => cursorOf(new URLSearchParams({ after: `${key}~offer_1` }));
  expect(after("2026-02-28T10:00:00.000Z")).toEqual({ key: "2026-02-28T10:00:00.000Z", id: "offer_1" });
  for (const key of ["2026-02-31T10:00:00Z", "2026-02-28T24:00:01Z", "yesterday"])
    expect(after(key)).toBeNull();
});
