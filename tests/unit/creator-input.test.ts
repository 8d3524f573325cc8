/** Handles as people type them, and addresses a parcel can reach. */
import { describe, expect, test } from "vitest";
import { normaliseHandle } from "@/app/domain/creator/handle";
import { addressSchema, profileSchema } from "@/app/domain/creator/profile";
import type { Platform } from "@/app/domain/creator/vocabulary";

test.each<[Platform, string, string | null]>([
  ["youtube", "@norafilms", "norafilms"],
  ["youtube", "https://www.youtube.com/@norafilms/videos", "norafilms"],
  ["youtube", "https://m.youtube.com/@nora.films?si=abc", "nora.films"],
  ["youtube", "https://www.youtube.com/watch?v=abcdefghijk", null],
  ["tiktok", " @nora.films ", "nora.films"],
  ["tiktok", "https://www.tiktok.com/@nora.films", "nora.films"],
  ["tiktok", "https://www.instagram.com/nora", null],
  ["instagram", "https://instagram.com/nora_films/", "nora_films"],
  ["instagram", "nora films", null],
  ["amazon", "https://www.amazon.com/shop/nora-films?ref=x", "nora-films"],
  ["amazon", "https://www.amazon.co.uk/shop/norafilms", "norafilms"],
  ["amazon", "x".repeat(80), null],
  ["youtube", "", null],
  ["youtube", "https://www.youtube.com/@%E0%A4%A", null],
])("%s: %j is %j", (platform, typed, handle) => {
  expect(normaliseHandle(platform, typed)).toBe(handle);
});

describe("addresses", () => {
  const address = (given: object) =>
    addressSchema.safeParse({
      full_name: "Nora Whitfield",
      line1: "11 Harbour Road",
      city: "Austin",
      region: "TX",
      postal_code: "78704",
      country: "US",
      ...given,
    });

  test.each([
    [{}],
    [{ postal_code: "78704-1234" }],
    [{ country: "GB", region: "", postal_code: "BS6 5HX" }],
    [{ country: "CA", region: "ON", postal_code: "m6j1e6" }],
    [{ country: "CN", region: "", postal_code: "518000" }],
    [{ country: "BR", region: "", postal_code: "anything" }],
    [{ phone: "+1 (512) 555-0134" }],
  ])("takes %j", (given) => {
    expect(address(given).success).toBe(true);
  });

  test.each([
    [{ postal_code: "7870" }, "postal_code", "postal_code_invalid"],
    [{ country: "GB", postal_code: "78704" }, "postal_code", "postal_code_invalid"],
    [{ region: "" }, "region", "region_missing"],
    [{ line1: "  " }, "line1", "line1_missing"],
    [{ phone: "call me" }, "phone", "phone_invalid"],
    [{ country: "us" }, "country", "country_missing"],
  ])("refuses %j", (given, field, code) => {
    expect(address(given).error?.issues.map(({ path, message }) => [path[0], message])).toContainEqual([
      field,
      code,
    ]);
  });
});

test.each(["no", ".nora", "nora.", "Nora Films", "a".repeat(31), "nörä"])("no handle: %j", (handle) => {
  const parsed = profileSchema.safeParse({ handle, display_name: "Nora", country: "US" });
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual(["handle_invalid"]);
});
