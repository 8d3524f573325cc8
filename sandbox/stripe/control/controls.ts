/** JSON controls: what a person does on the pages, for tests. `/control/faults` switches the faults. */
import { type Context, Hono } from "hono";
import { BadFault } from "../faults/faults";
import { FAULT_KINDS } from "../faults/kinds";
import { PLATFORM } from "../keep/table";
import { findCard } from "../money/cards";
import { ACCOUNT_OUTCOMES, isAccountOutcome, settleAccount } from "../resources/account-outcomes";
import { disconnect, findAccount } from "../resources/accounts";
import { findCharge } from "../resources/charge-object";
import {
  answerChallenge,
  assertOpen,
  expireSession,
  payCheckout,
  successUrl,
} from "../resources/checkout-pay";
import { findSession } from "../resources/checkout-session-object";
import { closeDispute, openDispute } from "../resources/dispute-course";
import { findDispute } from "../resources/disputes";
import { findIntent } from "../resources/payment-intent-object";
import { finishPayout } from "../resources/payouts";
import { finishRefund } from "../resources/refund-course";
import type { Webhooks } from "../webhooks/delivery";
import { eventObject } from "../webhooks/emit";
import { StripeRefusal } from "../wire/refusal";
import type { World } from "../world";
import { idOf } from "../world";

export function makeControls(world: World, webhooks: Webhooks): Hono {
  const app = new Hono().basePath("/control");
  faultControls(app, world);
  paymentControls(app, world);
  accountControls(app, world);
  eventControls(app, world, webhooks);
  app.onError((error, context) => {
    if (error instanceof StripeRefusal)
      return context.json({ error: error.body }, error.status === 404 ? 404 : 400);
    if (error instanceof BadFault) return context.json({ error: { message: error.message } }, 400);
    throw error;
  });
  return app;
}

async function readJson(context: Context): Promise<Record<string, unknown>> {
  const text = await context.req.text();
  if (!text) return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new BadFault("the body is not JSON");
  }
}

function unknownOutcome(outcome: unknown, known: string[]): BadFault {
  return new BadFault(`outcome is ${JSON.stringify(outcome)}; it has to be one of ${known.join(", ")}`);
}

function faultControls(app: Hono, world: World): void {
  app.get("/faults", (context) => context.json({ ...world.faults.state(), kinds: FAULT_KINDS }));
  app.post("/faults", async (context) => context.json(world.faults.arm(await readJson(context)), 201));
  app.delete("/faults", (context) => {
    world.faults.clear();
    world.faults.clearCounts();
    return context.json(world.faults.state());
  });
  app.delete("/faults/:id", (context) => {
    world.faults.clear(context.req.param("id"));
    return context.json(world.faults.state());
  });
}

/** Also the key of any test card. `abandon` leaves the session open, as a person does who closes the page. */
const CHECKOUT_OUTCOMES = ["success", "decline", "3ds", "3ds_complete", "3ds_fail", "abandon", "expire"];

function paymentControls(app: Hono, world: World): void {
  app.post("/checkout/:id", async (context) => {
    const { outcome, card, email, name } = await readJson(context);
    const session = findSession(world, PLATFORM, context.req.param("id"));
    const payer = {
      email: typeof email === "string" ? email : undefined,
      name: typeof name === "string" ? name : undefined,
    };
    if (outcome === "expire") expireSession(world, session);
    else if (outcome === "abandon") assertOpen(session, "abandoned");
    else if (outcome === "3ds_complete" || outcome === "3ds_fail")
      answerChallenge(
        world,
        findIntent(world, PLATFORM, idOf(session.payment_intent) ?? "", "payment_intent"),
        outcome === "3ds_complete" ? "passed" : "failed",
      );
    else {
      const chosen = findCard(String(card ?? outcome));
      if (!chosen) throw unknownOutcome(outcome, CHECKOUT_OUTCOMES);
      payCheckout(world, session, chosen, payer);
    }
    return context.json({
      session,
      payment_intent: world.tables.payment_intents.get(idOf(session.payment_intent) ?? "") ?? null,
      return_url: session.status === "complete" ? successUrl(session) : session.cancel_url,
    });
  });
  app.post("/refunds/:id", async (context) => {
    const { outcome } = await readJson(context);
    if (outcome !== "succeeded" && outcome !== "failed")
      throw unknownOutcome(outcome, ["succeeded", "failed"]);
    finishRefund(world, context.req.param("id"), outcome);
    return context.json(world.tables.refunds.get(context.req.param("id")) ?? null);
  });
  app.post("/payouts/:id", async (context) => {
    const { outcome } = await readJson(context);
    if (outcome !== "paid" && outcome !== "failed") throw unknownOutcome(outcome, ["paid", "failed"]);
    finishPayout(world, context.req.param("id"), outcome);
    return context.json(world.tables.payouts.get(context.req.param("id")) ?? null);
  });
  app.post("/disputes", async (context) => {
    const { charge, amount, reason } = await readJson(context);
    const found = findCharge(world, PLATFORM, String(charge ?? ""), "charge");
    const dispute = openDispute(world, found, {
      amount_minor: typeof amount === "number" ? amount : undefined,
      reason: typeof reason === "string" ? reason : undefined,
    });
    return context.json(dispute, 201);
  });
  app.post("/disputes/:id", async (context) => {
    const { outcome } = await readJson(context);
    if (outcome !== "won" && outcome !== "lost") throw unknownOutcome(outcome, ["won", "lost"]);
    const dispute = findDispute(world, PLATFORM, context.req.param("id"));
    closeDispute(world, dispute, outcome);
    return context.json(dispute);
  });
}

function accountControls(app: Hono, world: World): void {
  app.post("/accounts/:id", async (context) => {
    const { outcome } = await readJson(context);
    const account = findAccount(world, context.req.param("id"));
    if (outcome === "deauthorized") disconnect(world, account);
    else if (isAccountOutcome(outcome)) settleAccount(world, account, outcome);
    else throw unknownOutcome(outcome, [...Object.keys(ACCOUNT_OUTCOMES), "deauthorized"]);
    return context.json(account);
  });
}

function eventControls(app: Hono, world: World, webhooks: Webhooks): void {
  app.get("/events", (context) => {
    const type = context.req.query("type");
    const found = world.tables.events.newest(500, (event) => !type || event.type === type);
    return context.json(found.map((event) => ({ ...event, data: undefined, event: eventObject(event) })));
  });
  app.post("/events/:id/resend", async (context) => {
    const attempt = await webhooks.resend(context.req.param("id"));
    return attempt
      ? context.json(attempt)
      : context.json({ error: { message: "There is no such event." } }, 404);
  });
}
