/** Amounts, moments and languages, as people write them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDate, formatMoney, formatNumber, formatPercent, formatRelative } from "@/app/i18n/format";
import { negotiate } from "@/app/i18n/locales";
import { localeOfRequest } from "@/app/i18n/request-locale";
import { CURRENCIES } from "@/app/lib/money";
import { majorText, parseMoney } from "@/app/ui/form/money-text";

describe("amounts", () => {
  test("have the decimals of their currency", () => {
    expect(formatMoney(123_450, "USD", "en")).toBe("$1,234.50");
    expect(formatMoney(1_234, "JPY", "en")).toBe("¥1,234 JPY"); // beside a Chinese reader's own ¥
    expect(formatMoney(1_234_567, "KWD", "en")).toMatch(/1,234\.567/);
    expect(formatMoney(12_000, "USD", "en", { compact: true })).toBe("$120");
    expect(formatMoney(12_050, "USD", "en", { compact: true })).toBe("$120.50");
  });

  test("never leave open whose dollars they are", () => {
    expect(formatMoney(9_000, "CAD", "en")).toBe("$90.00 CAD");
    expect(formatMoney(9_000, "SGD", "zh")).toContain("SGD");
    expect(formatMoney(9_000, "USD", "zh")).toBe("$90.00");
  });

  test("are read as they are typed", () => {
    expect(parseMoney("120", "USD")).toBe(12_000);
    expect(parseMoney(" 1,234.5 ", "USD")).toBe(123_450);
    expect(parseMoney("1.234,50", "EUR")).toBe(123_450);
    expect(parseMoney("120,5", "EUR")).toBe(12_050);
    expect(parseMoney("１２０．５０", "USD")).toBe(12_050);
    expect(parseMoney("1,234", "USD")).toBe(123_400);
    expect(parseMoney("1,234", "JPY")).toBe(1_234);
    expect(parseMoney("1.234", "KWD")).toBe(1_234);
  });

  test("are refused where they could mean two things, or nothing", () => {
    for (const text of ["", "-5", "12.345", "1.2.3", "12a", "1e3", "1,23,4", ".", "0x10", "1.234"])
      expect(parseMoney(text, "USD"), text).toBeNull();
    expect(parseMoney("1,234", "KWD")).toBeNull();
    expect(parseMoney("120.5", "JPY")).toBeNull();
    expect(parseMoney("99999999999999999999", "USD")).toBeNull();
  });

  test("survive being written and read again, in every currency", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000_000), fc.constantFrom(...CURRENCIES), (minor, currency) => {
        expect(parseMoney(majorText(minor, currency), currency)).toBe(minor);
      }),
    );
  });
});

describe("moments", () => {
  const at = "2026-03-05T18:30:00Z";

  test("are told in their zone", () => {
    expect(formatDate(at, "en", "minute", "Asia/Shanghai")).toBe("Mar 6, 02:30");
    expect(formatDate(at, "zh", "day")).toBe("2026年3月5日");
    expect(formatDate(at, "en", "minute_long", "America/New_York")).toContain("EST");
    expect(formatDate(at, "zh", "minute_long", "America/New_York")).toBe(
      "2026年3月5日周四 13:30（纽约时间）",
    );
    expect(formatDate(at, "zh", "minute_long")).toBe("2026年3月5日周四 18:30（UTC）");
  });

  test("never promise more time than is left", () => {
    expect(formatRelative("2026-03-08T18:29:59Z", at, "en")).toBe("in 2 days");
    expect(formatRelative("2026-03-08T18:30:00Z", at, "zh")).toBe("3天后");
    expect(formatRelative("2026-03-05T17:29:00Z", at, "en")).toBe("1 hour ago");
    expect(formatRelative("2026-03-05T18:30:20Z", at, "en")).toBe("now");
  });
});

test("numbers and shares", () => {
  expect(formatNumber(184_000, "en", { short: true })).toBe("184K");
  expect(formatNumber(184_000, "zh", { short: true })).toBe("18.4万");
  expect(formatPercent(9_500, "en")).toBe("95%");
  expect(formatPercent(450, "zh")).toBe("4.5%");
});

describe("the language of a request", () => {
  test("is the best that the browser asks for and we speak", () => {
    expect(negotiate("de-DE, zh-Hans-CN;q=0.8, en;q=0.7")).toBe("zh");
    expect(negotiate("en;q=0.3, zh;q=0.9")).toBe("zh");
    expect(negotiate("zh;q=0, en;q=0.1")).toBe("en");
    expect(negotiate("fr, de")).toBeNull();
    expect(negotiate(null)).toBeNull();
  });

  test("is the chosen one, and never nonsense from a cookie", () => {
    const ask = (cookie: string) =>
      localeOfRequest(new Request("http://postbond.test/", { headers: { cookie, "accept-language": "en" } }));
    expect(ask("a=b; postbond_locale=zh")).toBe("zh");
    expect(ask("postbond_locale=<script>")).toBe("en");
    expect(ask("xpostbond_locale=zh")).toBe("en");
  });
});
