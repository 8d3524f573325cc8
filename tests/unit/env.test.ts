import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { databaseUrl, EnvError, parseEnv } from "@/app/lib/env";

const COMPLETE = {
  DATABASE_URL: "postgres://postbond@127.0.0.1/postbond",
  STRIPE_SECRET_KEY: "sk_test_abc",
  STRIPE_WEBHOOK_SECRET: "whsec_abc",
  INNGEST_DEV: "http://127.0.0.1:8288/",
  RESEND_API_KEY: "re_abc",
  RESEND_BASE_URL: "http://127.0.0.1:4003",
  EASYPOST_API_KEY: "EZTK_abc_def",
  EASYPOST_WEBHOOK_SECRET: "carrier-secret",
};

const LIVE = {
  ...COMPLETE,
  STRIPE_SECRET_KEY: "sk_live_abc",
  APP_URL: "https://postbond.example",
  INNGEST_DEV: "0",
  INNGEST_EVENT_KEY: "event-key",
  INNGEST_SIGNING_KEY: "signkey-prod-abc",
  RESEND_BASE_URL: "",
  MAIL_FROM: "Postbond <hello@postbond.example>",
};

function refusal(source: Record<string, string | undefined>): EnvError {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error;
    throw error;
  }
  throw new Error("was accepted");
}

describe("the environment check", () => {
  it("fills in defaults and strips trailing slashes", () => {
    const env = parseEnv(COMPLETE);
    expect(env.PORT).toBe(3000);
    expect(env.APP_URL).toBe("http://127.0.0.1:3000");
    expect(env.INNGEST_DEV).toBe("http://127.0.0.1:8288");
    expect(env.YOUTUBE_WEB_BASE).toBe("https://www.youtube.com");
    expect(env.STRIPE_API_BASE).toBeUndefined();
  });

  it("names every setting that is missing, with what to do about it", () => {
    const error = refusal({});
    expect(error.names).toEqual([
      "DATABASE_URL",
      "STRIPE_SECRET_KEY",
      "STRIPE_WEBHOOK_SECRET",
      "RESEND_API_KEY",
      "EASYPOST_API_KEY",
      "EASYPOST_WEBHOOK_SECRET",
    ]);
    expect(error.message).toMatch(
      /STRIPE_WEBHOOK_SECRET is missing\. Add an endpoint for .*\/webhooks\/stripe/,
    );
  });

  it("takes an empty value for none", () => {
    expect(parseEnv({ ...COMPLETE, PORT: " ", STRIPE_API_BASE: "" }).PORT).toBe(3000);
    expect(refusal({ ...COMPLETE, RESEND_API_KEY: "" }).names).toEqual(["RESEND_API_KEY"]);
  });

  it.each([
    ["PORT", "0"],
    ["PORT", "70000"],
    ["PORT", "http"],
    ["DATABASE_URL", "mysql://127.0.0.1/postbond"],
    ["APP_URL", "https://postbond.example/shop"],
    ["STRIPE_SECRET_KEY", "pk_test_abc"],
    ["STRIPE_WEBHOOK_SECRET", "abc"],
    ["CLOCK_URL", "yesterday"],
    ["MAIL_FROM", "nobody"],
  ])("refuses %s=%s", (name, value) => {
    expect(refusal({ ...COMPLETE, [name]: value }).names).toEqual([name]);
  });

  it("never repeats a value, since many are secrets", () => {
    expect(refusal({ ...COMPLETE, STRIPE_SECRET_KEY: "pk_test_hush" }).message).not.toContain("hush");
  });

  it("accepts live keys when nothing turns time or switches signatures off", () => {
    expect(parseEnv(LIVE).STRIPE_SECRET_KEY).toBe("sk_live_abc");
  });

  it.each([
    ["CLOCK_URL", "http://127.0.0.1:4000"],
    ["INNGEST_DEV", "http://127.0.0.1:8288"],
    ["APP_URL", "http://postbond.example"],
  ])("refuses %s=%s beside live Stripe keys, restricted ones too", (name, value) => {
    expect(refusal({ ...LIVE, [name]: value }).names).toEqual([name]);
    expect(refusal({ ...LIVE, STRIPE_SECRET_KEY: "rk_live_abc", [name]: value }).names).toEqual([name]);
  });

  it("wants Inngest's keys where there is no development server", () => {
    expect(refusal({ ...COMPLETE, INNGEST_DEV: "" }).names).toEqual([
      "INNGEST_EVENT_KEY",
      "INNGEST_SIGNING_KEY",
    ]);
  });

  it("wants a sender where mail goes through Resend itself", () => {
    expect(refusal({ ...COMPLETE, RESEND_BASE_URL: "" }).names).toEqual(["MAIL_FROM"]);
  });

  it("reads the database's address alone for programs that need no more", () => {
    expect(databaseUrl({ DATABASE_URL: COMPLETE.DATABASE_URL })).toBe(COMPLETE.DATABASE_URL);
    expect(() => databaseUrl({})).toThrow(/DATABASE_URL is missing/);
  });

  it("is explained setting by setting in .env.example", () => {
    const explained = readFileSync(".env.example", "utf8");
    const source = readFileSync("app/lib/env.ts", "utf8");
    const names = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): advised/gm)].map((match) => match[1]);
    expect(names.length).toBeGreaterThan(25);
    for (const name of names) expect(explained).toMatch(new RegExp(`^${name}=`, "m"));
  });
});
