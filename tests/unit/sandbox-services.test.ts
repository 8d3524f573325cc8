import { describe, expect, it } from "vitest";
import { appEnvironment, planServices } from "@/sandbox/services";

const URLS = {
  home: "http://127.0.0.1:4000",
  stripe: "http://127.0.0.1:4001",
  inngest: "http://127.0.0.1:4002",
  mail: "http://127.0.0.1:4003",
  social: "http://127.0.0.1:4004",
  carriers: "http://127.0.0.1:4005",
};

describe("planServices", () => {
  it("emulates every service when nothing is named", () => {
    const plan = planServices({});
    expect(plan.start).toEqual(["stripe", "inngest", "mail", "social", "carriers"]);
    expect(plan.clock).toBe(true);
    expect(plan.ports).toEqual({
      home: 4000,
      stripe: 4001,
      inngest: 4002,
      mail: 4003,
      social: 4004,
      carriers: 4005,
    });
  });

  it.each([
    ["stripe", { STRIPE_API_BASE: "http://127.0.0.1:1" }],
    ["stripe", { STRIPE_SECRET_KEY: "sk_test_51abc" }],
    ["stripe", { STRIPE_SECRET_KEY: "sk_live_51abc" }],
    ["inngest", { INNGEST_DEV: "http://127.0.0.1:1" }],
    ["inngest", { INNGEST_BASE_URL: "http://127.0.0.1:1" }],
    ["inngest", { INNGEST_EVENT_KEY: "key" }],
    ["mail", { RESEND_BASE_URL: "http://127.0.0.1:1" }],
    ["mail", { RESEND_API_KEY: "re_1" }],
    ["carriers", { EASYPOST_BASE_URL: "http://127.0.0.1:1" }],
    ["carriers", { EASYPOST_API_KEY: "key" }],
  ] as const)("leaves %s alone with %o", (service, env) => {
    const start = planServices(env).start;
    expect(start).not.toContain(service);
    expect(start).toHaveLength(4);
  });

  it("takes empty values and INNGEST_DEV=0 for not given", () => {
    expect(planServices({ STRIPE_API_BASE: " ", INNGEST_DEV: "0", RESEND_API_KEY: "" }).start).toHaveLength(
      5,
    );
  });

  it("keeps the sandbox's own Stripe with the sandbox's own key", () => {
    expect(planServices({ STRIPE_SECRET_KEY: "sk_test_sandbox" }).start).toContain("stripe");
  });

  it("decides per platform, and drops the social emulator when all are named", () => {
    const one = planServices({ YOUTUBE_API_KEY: "key" });
    expect(one.platforms).toEqual(["tiktok", "instagram", "amazon"]);
    expect(one.start).toContain("social");
    const all = planServices({
      YOUTUBE_API_KEY: "key",
      TIKTOK_WEB_BASE: "http://127.0.0.1:1",
      INSTAGRAM_GRAPH_TOKEN: "token",
      AMAZON_WEB_BASE: "http://127.0.0.1:1",
    });
    expect(all.start).not.toContain("social");
  });

  it("gives no clock beside live keys or another clock", () => {
    expect(planServices({ STRIPE_SECRET_KEY: "sk_live_51abc" }).clock).toBe(false);
    expect(planServices({ STRIPE_SECRET_KEY: "rk_live_51abc" }).clock).toBe(false);
    expect(planServices({ CLOCK_URL: "http://127.0.0.1:1" }).clock).toBe(false);
  });

  it("moves the ports together, lets each be set, and takes 0 for any free one", () => {
    expect(planServices({ SANDBOX_PORT: "4100", SANDBOX_MAIL_PORT: "9" }).ports).toMatchObject({
      home: 4100,
      stripe: 4101,
      mail: 9,
    });
    expect(new Set(Object.values(planServices({ SANDBOX_PORT: "0" }).ports))).toEqual(new Set([0]));
    expect(() => planServices({ SANDBOX_PORT: "http" })).toThrow(/SANDBOX_PORT=http is not a port/);
  });
});

describe("appEnvironment", () => {
  it("names every service that is emulated", () => {
    const env = appEnvironment(planServices({}), URLS);
    expect(env).toMatchObject({
      CLOCK_URL: URLS.home,
      STRIPE_API_BASE: URLS.stripe,
      STRIPE_SECRET_KEY: "sk_test_sandbox",
      INNGEST_DEV: URLS.inngest,
      RESEND_BASE_URL: URLS.mail,
      EASYPOST_BASE_URL: URLS.carriers,
      YOUTUBE_API_BASE: "http://127.0.0.1:4004/youtube",
      AMAZON_SHORT_BASE: "http://127.0.0.1:4004/amazon/short",
    });
    for (const value of Object.values(env)) expect(value).toBeTruthy();
  });

  it("says nothing of a service that is used as it is", () => {
    const env = appEnvironment(
      planServices({ STRIPE_SECRET_KEY: "sk_live_51abc", INNGEST_EVENT_KEY: "key" }),
      URLS,
    );
    expect(Object.keys(env).filter((name) => /STRIPE|INNGEST|CLOCK/.test(name))).toEqual([]);
  });

  it("gives some key to another local server that was named by its address alone", () => {
    const env = appEnvironment(
      planServices({ STRIPE_API_BASE: "http://127.0.0.1:9", RESEND_BASE_URL: "http://127.0.0.1:8" }),
      URLS,
    );
    expect(env.STRIPE_SECRET_KEY).toBe("sk_test_sandbox");
    expect(env.RESEND_API_KEY).toBe("re_sandbox");
    expect(env.STRIPE_API_BASE).toBeUndefined();
  });

  it("keeps secrets that the environment gives", () => {
    const env = appEnvironment(planServices({ STRIPE_WEBHOOK_SECRET: "whsec_mine" }), URLS);
    expect(env.STRIPE_WEBHOOK_SECRET).toBe("whsec_mine");
  });
});
