/** The sandbox's Stripe as a person uses it: the pay page, 3-D Secure, onboarding and the dashboard, through their forms. */

import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { one, required } from "@/app/lib/one";
import { StripeTest } from "../support/stripe-emulator";

let bench: StripeTest;

beforeAll(async () => {
  bench = await StripeTest.open();
});
afterAll(() => bench.close());

const urlOf = (path: string | null) => new URL(required(path, "an address to go to"), bench.url);

async function get(
  path: string | null,
  language = "en",
): Promise<{ status: number; text: string; to: string | null }> {
  const response = await fetch(urlOf(path), { redirect: "manual", headers: { "accept-language": language } });
  return { status: response.status, text: await response.text(), to: response.headers.get("location") };
}

async function post(
  path: string | null,
  fields: Record<string, string> = {},
): Promise<{ status: number; to: string | null }> {
  const response = await fetch(urlOf(path), {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(fields),
  });
  await response.arrayBuffer();
  return { status: response.status, to: response.headers.get("location") };
}

const statusOf = async (id: string) => (await bench.stripe.checkout.sessions.retrieve(id)).status;

describe("the pay page", () => {
  it("shows what is paid for, in the language of the session", async () => {
    const session = await bench.session(12_345);
    const english = await get(session.url);
    expect(english.text).toContain("Two posts");
    expect(english.text).toContain("Pay $123.45");
    const zh = await bench.stripe.checkout.sessions.create({
      mode: "payment",
      locale: "zh",
      line_items: [
        {
          quantity: 2,
          price_data: { currency: "usd", unit_amount: 500, product_data: { name: "<b>灯</b>" } },
        },
      ],
      success_url: "http://127.0.0.1:9/",
    });
    const chinese = await get(zh.url);
    expect(chinese.text).toContain('lang="zh-CN"');
    expect(chinese.text).toContain("支付 US$10.00");
    expect(chinese.text).toContain("&lt;b&gt;灯&lt;/b&gt;");
  });

  it("sends a person who paid to the app, once, however often they click", async () => {
    const session = await bench.session();
    const paid = await post(session.url, { card: "success", name: "Wei Brand" });
    expect(paid).toEqual({ status: 303, to: `http://127.0.0.1:9/funded?session=${session.id}` });
    await post(session.url, { card: "success" });
    const charges = await bench.stripe.charges.list({ limit: 100 });
    const intent = (await bench.stripe.checkout.sessions.retrieve(session.id)).payment_intent;
    expect(charges.data.filter((charge) => charge.payment_intent === intent)).toHaveLength(1);
    expect((await get(session.url)).text).toContain("This payment is done");
  });

  it("says why a card was declined and lets a person try another", async () => {
    const session = await bench.session();
    expect((await post(session.url, { card: "insufficient_funds" })).to).toBe(`/pay/${session.id}`);
    expect((await get(session.url)).text).toContain("Your card has insufficient funds.");
    expect(await statusOf(session.id)).toBe("open");
    await post(session.url, { card: "mastercard" });
    expect(await statusOf(session.id)).toBe("complete");
  });

  it("asks for 3-D Secure on a page of the bank", async () => {
    const session = await bench.session();
    const { to } = await post(session.url, { card: "3ds" });
    expect(to).toMatch(/^\/challenge\/pi_/);
    expect((await get(to)).text).toContain("ending in 3220");
    expect((await post(to, { answer: "failed" })).to).toBe(`/pay/${session.id}`);
    const again = await post(session.url, { card: "3ds" });
    const done = await post(again.to, { answer: "passed" });
    expect(done.to).toBe(`http://127.0.0.1:9/funded?session=${session.id}`);
    expect((await get(to)).status).toBe(410);
  });

  it("is over when the session has expired", async () => {
    const session = await bench.session();
    await bench.stripe.checkout.sessions.expire(session.id);
    expect((await get(session.url)).text).toContain("This page has expired");
    expect((await get("/pay/cs_nothing")).status).toBe(404);
  });
});

describe("the onboarding page", () => {
  const link = async (account: Stripe.Account) =>
    (
      await bench.stripe.accountLinks.create({
        account: account.id,
        type: "account_onboarding",
        refresh_url: "http://127.0.0.1:9/refresh",
        return_url: "http://127.0.0.1:9/return",
      })
    ).url;

  it.each([
    ["complete", "active"],
    ["restricted", "inactive"],
    ["unsupported_country", "inactive"],
    ["pending", "pending"],
    ["later", "inactive"],
  ])("that ends with %s leaves transfers %s", async (outcome, transfers) => {
    const account = await bench.account(null);
    const url = await link(account);
    expect((await get(url)).text).toContain("Set up your payouts");
    expect((await get(url, "zh-CN,zh")).text).toContain("设置收款账户");
    expect((await post(url, { outcome })).to).toBe("http://127.0.0.1:9/return");
    const found = await bench.stripe.accounts.retrieve(account.id);
    expect(found.capabilities?.transfers).toBe(transfers);
    expect((await get(url)).to).toBe("http://127.0.0.1:9/refresh");
  });

  it("leads back for a new link when its own is over, and knows only its own account", async () => {
    const account = await bench.account(null);
    const url = await link(account);
    const other = await bench.account(null);
    expect((await get(url.replace(account.id, other.id))).status).toBe(404);
    await bench.clock.turnBy(6 * 60_000);
    expect((await get(url)).to).toBe("http://127.0.0.1:9/refresh");
  });

  it("leaves a dashboard behind that shows balance and payouts", async () => {
    const account = await bench.account();
    const login = await bench.stripe.accounts.createLoginLink(account.id);
    expect((await get(login.url)).text).toContain("Ready to be paid");
  });
});

describe("the dashboard", () => {
  it("follows one payment from the card to transfers, refunds and disputes", async () => {
    const account = await bench.account();
    const charge = await bench.paid(30_000);
    const transfer = await bench.stripe.transfers.create({
      amount: 10_000,
      currency: "usd",
      destination: account.id,
      source_transaction: charge.id,
    });
    const refund = await bench.stripe.refunds.create({ charge: charge.id, amount: 5_000 });
    const { text } = await get(`/payments/${charge.id}`);
    for (const part of [transfer.id, refund.id, account.id, "offer_1", "$150.00"])
      expect(text).toContain(part);
    await post(`/payments/${charge.id}/dispute`);
    const dispute = one((await bench.stripe.disputes.list({ charge: charge.id })).data, "the dispute");
    expect(dispute.status).toBe("needs_response");
    await post(`/payments/${charge.id}/dispute`, { dispute: dispute.id, outcome: "won" });
    expect((await bench.stripe.disputes.retrieve(dispute.id)).status).toBe("won");
  });

  it("draws every page, also of things that are not there", async () => {
    for (const path of [
      "/",
      "/payments",
      "/accounts",
      "/transfers",
      "/events",
      "/events?only=undelivered",
      "/faults",
    ])
      expect((await get(path)).status, path).toBe(200);
    for (const path of ["/payments/ch_no", "/accounts/acct_no", "/transfers/tr_no", "/events/evt_no"])
      expect((await get(path)).text).toContain("No such");
  });

  it("sends a webhook again and switches faults", async () => {
    await bench.rest();
    const event = one(
      (await bench.stripe.events.list({ type: "checkout.session.completed" })).data,
      "the event",
    );
    bench.received.length = 0;
    await post(`/events/${event.id}/resend`);
    expect(bench.received.map((one) => one.id)).toEqual([event.id]);
    expect((await get(`/events/${event.id}`)).text).toContain("200");
    await post("/faults", { kind: "rate_limit_429", times: "2", match: "GET /v1/balance", ms: "" });
    await expect(bench.stripe.balance.retrieve()).rejects.toThrow("Request rate limit exceeded");
    const { active } = await bench.control<{ active: Array<{ id: string; times: number }> }>("/faults");
    expect(active).toMatchObject([{ times: 1 }]);
    await post("/faults/clear", { id: one(active, "the first of active").id });
    await bench.stripe.balance.retrieve();
    expect((await post("/faults", { kind: "rate_limit_429", times: "-1" })).status).toBe(400);
  });
});
