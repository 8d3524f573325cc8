/** The sandbox's Stripe: paying through Checkout, as the real SDK sees it. */
import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KEY, StripeTest } from "../support/stripe-emulator";

let bench: StripeTest;

beforeAll(async () => {
  bench = await StripeTest.open();
});
afterAll(() => bench.close());

describe("a Checkout Session that is paid", () => {
  it("ends complete, with a charge, a fee and money that settles after two days", async () => {
    const session = await bench.session(20_000);
    expect(session).toMatchObject({ status: "open", payment_status: "unpaid", amount_total: 20_000 });
    expect(session.url).toBe(`${bench.url}/pay/${session.id}`);

    const paid = await bench.control<{ return_url: string }>(`/checkout/${session.id}`, {
      outcome: "success",
    });
    expect(paid.return_url).toBe(`http://127.0.0.1:9/funded?session=${session.id}`);

    const found = await bench.stripe.checkout.sessions.retrieve(session.id, {
      expand: ["payment_intent.latest_charge.balance_transaction", "line_items"],
    });
    expect(found).toMatchObject({ status: "complete", payment_status: "paid", url: null });
    expect(found.line_items?.data[0]).toMatchObject({ description: "Two posts", amount_total: 20_000 });
    const intent = found.payment_intent as Stripe.PaymentIntent;
    expect(intent).toMatchObject({
      status: "succeeded",
      metadata: { offer: "offer_1" },
      amount_received: 20_000,
    });
    const charge = intent.latest_charge as Stripe.Charge;
    expect(charge).toMatchObject({ transfer_group: "offer_1", paid: true, currency: "usd" });
    expect(charge.balance_transaction).toMatchObject({ fee: 610, net: 19_390, status: "pending" });

    const before = await bench.stripe.balance.retrieve();
    expect(before.pending[0]).toMatchObject({ amount: 19_390, currency: "usd" });
    await bench.turnDays(2.01);
    const after = await bench.stripe.balance.retrieve();
    expect(after.available[0]).toMatchObject({ amount: 19_390 });
    expect(after.pending[0]).toMatchObject({ amount: 0 });
  });

  it("tells the app with signed webhooks, in the order in which things happened", async () => {
    await bench.rest();
    const types = bench.typesReceived();
    expect(types).toContain("payment_intent.succeeded");
    expect(types).toContain("checkout.session.completed");
    expect(bench.rejected).toEqual([]);
    const completed = bench.received.find((event) => event.type === "checkout.session.completed");
    expect(completed).toMatchObject({
      api_version: bench.stripe.getApiField("version"),
      data: { object: { object: "checkout.session", metadata: { movement: "movement_1" } } },
    });
  });

  it("is found by its payment intent and its charge by the transfer group", async () => {
    const charge = await bench.paid(7_000);
    const sessions = await bench.stripe.checkout.sessions.list({
      payment_intent: charge.payment_intent as string,
    });
    expect(sessions.data).toHaveLength(1);
    const charges = await bench.stripe.charges.list({ transfer_group: "offer_1" });
    expect(charges.data.map((one) => one.id)).toContain(charge.id);
  });
});

describe("a Checkout Session that is not paid", () => {
  it("stays open after a decline, and can be paid with another card", async () => {
    const session = await bench.session();
    const declined = await bench.control<{ payment_intent: Stripe.PaymentIntent }>(
      `/checkout/${session.id}`,
      {
        outcome: "decline",
      },
    );
    expect(declined.payment_intent).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { code: "card_declined", decline_code: "generic_decline", type: "card_error" },
    });
    await bench.rest();
    expect(bench.typesReceived()).toContain("payment_intent.payment_failed");
    await bench.control(`/checkout/${session.id}`, { outcome: "success" });
    const found = await bench.stripe.checkout.sessions.retrieve(session.id);
    expect(found.payment_status).toBe("paid");
  });

  it("waits for 3-D Secure, and fails or succeeds as the cardholder answers", async () => {
    const session = await bench.session();
    const asked = await bench.control<{ payment_intent: Stripe.PaymentIntent }>(`/checkout/${session.id}`, {
      outcome: "3ds",
    });
    expect(asked.payment_intent).toMatchObject({
      status: "requires_action",
      next_action: { type: "redirect_to_url" },
    });
    const failed = await bench.control<{ payment_intent: Stripe.PaymentIntent }>(`/checkout/${session.id}`, {
      outcome: "3ds_fail",
    });
    expect(failed.payment_intent.last_payment_error?.code).toBe("payment_intent_authentication_failure");
    await bench.control(`/checkout/${session.id}`, { outcome: "3ds" });
    await bench.control(`/checkout/${session.id}`, { outcome: "3ds_complete" });
    const charge = await bench.stripe.checkout.sessions.retrieve(session.id, {
      expand: ["payment_intent.latest_charge"],
    });
    const intent = charge.payment_intent as Stripe.PaymentIntent;
    const details = (intent.latest_charge as Stripe.Charge).payment_method_details;
    expect(details?.card?.three_d_secure?.result).toBe("authenticated");
  });

  it("expires by the clock, and its payment intent is cancelled", async () => {
    const session = await bench.session();
    await bench.control(`/checkout/${session.id}`, { outcome: "decline" });
    await bench.turnDays(1.01);
    const found = await bench.stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] });
    expect(found).toMatchObject({ status: "expired", url: null, payment_intent: { status: "canceled" } });
    expect(bench.typesReceived()).toContain("checkout.session.expired");
    expect(bench.typesReceived()).toContain("payment_intent.canceled");
    await expect(bench.stripe.checkout.sessions.expire(session.id)).rejects.toThrow('status of "expired"');
  });

  it("settles days later when a bank debit pays for it, or tells that it did not", async () => {
    for (const [card, type] of [
      ["bank", "checkout.session.async_payment_succeeded"],
      ["bank_failure", "checkout.session.async_payment_failed"],
    ]) {
      const session = await bench.session();
      await bench.control(`/checkout/${session.id}`, { card });
      const waiting = await bench.stripe.checkout.sessions.retrieve(session.id, {
        expand: ["payment_intent"],
      });
      expect(waiting).toMatchObject({
        status: "complete",
        payment_status: "unpaid",
        payment_intent: { status: "processing" },
      });
      await bench.turnDays(3.01);
      expect(bench.typesReceived()).toContain(type);
      const ended = await bench.stripe.checkout.sessions.retrieve(session.id);
      expect(ended.payment_status).toBe(card === "bank" ? "paid" : "unpaid");
    }
  });
});

describe("bad requests", () => {
  const refused = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      (error: Stripe.errors.StripeError) => error,
    );

  it.each([
    ["an amount below the minimum", 49, "usd", "amount_too_small"],
    ["an amount above the maximum", 100_000_000, "usd", "amount_too_large"],
    ["a negative amount", -5, "usd", "parameter_invalid_integer"],
    ["a fraction of a cent", 10.5, "usd", "parameter_invalid_integer"],
    ["a last digit in a currency with three decimals", 12_345, "kwd", "invalid_charge_amount"],
  ])("%s is refused", async (_what, amount, currency, code) => {
    const error = await refused(bench.session(amount, currency));
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
    expect(error).toMatchObject({ code, statusCode: 400 });
    expect(error?.param).toContain("line_items");
  });

  it("names a parameter that is unknown or missing", async () => {
    const unknown = await refused(bench.stripe.customers.create({ e_mail: "x" } as never));
    expect(unknown).toMatchObject({ code: "parameter_unknown", param: "e_mail" });
    const missing = await refused(
      bench.stripe.transfers.create({ amount: 100, destination: "acct_x" } as never),
    );
    expect(missing).toMatchObject({ code: "parameter_missing", param: "currency" });
    const nested = await refused(
      bench.stripe.checkout.sessions.create({
        mode: "payment",
        success_url: "http://127.0.0.1:9/",
        line_items: [
          { price_data: { currency: "usd", unit_amount: 500, product_data: { title: "x" } as never } },
        ],
      }),
    );
    expect(nested).toMatchObject({ param: "line_items[0][price_data][product_data][title]" });
  });

  it("answers 401 to another key and to none, 404 to what is not there", async () => {
    const wrong = await refused(bench.sdk("sk_test_wrong").balance.retrieve());
    expect(wrong).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    const none = await fetch(`${bench.url}/v1/balance`);
    expect(none.status).toBe(401);
    const missing = await refused(bench.stripe.charges.retrieve("ch_nothing"));
    expect(missing).toMatchObject({ code: "resource_missing", statusCode: 404, param: "id" });
    const address = await fetch(`${bench.url}/v1/nothing`, { headers: { authorization: `Bearer ${KEY}` } });
    expect(await address.json()).toMatchObject({ error: { type: "invalid_request_error" } });
    expect(address.headers.get("request-id")).toMatch(/^req_/);
  });

  it("keeps yen whole and fees in their own currency", async () => {
    const { id } = await bench.paid(5_000, "success", "jpy");
    const charge = await bench.stripe.charges.retrieve(id, { expand: ["balance_transaction"] });
    expect(charge.balance_transaction).toMatchObject({ amount: 5_000, fee: 175, currency: "jpy" });
  });
});
