import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeNext, signInPath } from "@/app/auth/next-page";
import { hashPassword, verifyPassword } from "@/app/auth/password";
import { passwordFault } from "@/app/auth/password-rules";
import { normaliseEmail, plainEmail } from "@/app/domain/account/email";

describe("safeNext", () => {
  it.each(["/", "/offers", "/offers?fee=100#top", "/collaborations/collab_01"])("goes on to %s", (path) => {
    expect(safeNext(path)).toBe(path);
  });

  it.each([
    null,
    "",
    "offers",
    "https://evil.example/",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n//evil.example",
    "/offers\\..\\..",
    "/.//evil.example",
    "javascript:alert(1)",
    " /offers",
    "/sign-in?next=/sign-in",
    "/sign-out",
    `/${"a".repeat(3_000)}`,
  ])("does not follow %j", (given) => {
    expect(safeNext(given, "/home")).toBe("/home");
  });

  it("never leaves the site, whatever is given", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "//",
      "@",
      ":",
      "http:",
      "evil.example",
      "\t",
      "%2f",
      "a",
      "?",
      "#",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const target = safeNext(pieces.join(""));
        expect(new URL(target, "https://postbond.example").origin).toBe("https://postbond.example");
        expect(target).toMatch(/^\/(?![/\\])/);
      }),
      { numRuns: 2_000 },
    );
  });

  it("comes back to the page a data request belongs to", () => {
    const path = (url: string) => signInPath(new Request(`http://127.0.0.1:4299${url}`));
    expect(path("/brand/offers.data?_routes=routes%2Fbrand&page=2")).toBe(
      "/sign-in?next=%2Fbrand%2Foffers%3Fpage%3D2",
    );
    expect(path("/_root.data")).toBe("/sign-in");
  });
});

describe("passwordFault", () => {
  it.each([
    ["short", "password_short"],
    ["ninechars", "password_short"],
    ["a".repeat(201), "password_long"],
    ["1234567890", "password_common"],
    ["qwertyuiop", "password_common"],
    ["Password123", "password_common"],
    ["sunshine2026!", "password_common"],
    ["aaaaaaaaaaaaaa", "password_common"],
    ["my mia@example.com pass", "password_has_email"],
    ["mia.tanaka-2026-x", "password_has_email"],
  ])("finds %j wanting: %s", (password, fault) => {
    const email = password.includes("tanaka") ? "mia.tanaka@example.com" : "mia@example.com";
    expect(passwordFault(password, email)).toBe(fault);
  });

  it.each(["correct horse battery", "ein langer satz", "小猫在窗台上晒着太阳睡觉了", "xK9#mQ2$vL"])(
    "takes %j",
    (password) => {
      expect(passwordFault(password, "mia@example.com")).toBeNull();
    },
  );
});

describe("passwords", () => {
  it("are kept as argon2id and fit only themselves, however the keyboard composes them", async () => {
    const stored = await hashPassword("café au lait 10");
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(stored, "cafe\u0301 au lait 10")).toBe(true);
    expect(await verifyPassword(stored, "cafe au lait 10")).toBe(false);
    expect(await verifyPassword(null, "café au lait 10")).toBe(false);
  });
});

describe("e-mail addresses", () => {
  it("are kept plain and recognised through their spellings", () => {
    expect(plainEmail("  Mia@Example.COM ")).toBe("mia@example.com");
    expect(normaliseEmail("M.i.a+shop@googlemail.com")).toBe("mia@gmail.com");
    expect(normaliseEmail("m.i.a+shop@example.com")).toBe("m.i.a@example.com");
    expect(normaliseEmail("+tag@example.com")).toBe("+tag@example.com");
  });
});
