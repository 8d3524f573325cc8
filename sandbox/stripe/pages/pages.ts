/** All pages of the emulator: the ones that stand for Stripe's own, and the dashboard for whoever looks behind them. */
import { type Context, Hono } from "hono";
import { html, type Markup } from "../../frame/page";
import { BadFault } from "../faults/faults";
import { shown } from "../money/currency";
import { isAccountOutcome, settleAccount } from "../resources/account-outcomes";
import { findAccount } from "../resources/accounts";
import { closeDispute, openDispute } from "../resources/dispute-course";
import { finishPayout } from "../resources/payouts";
import { finishRefund } from "../resources/refund-course";
import type { Webhooks } from "../webhooks/delivery";
import { StripeRefusal } from "../wire/refusal";
import type { World } from "../world";
import { account, accounts } from "./accounts";
import { checkoutBox } from "./checkout-style";
import { event, events } from "./events";
import { faults } from "./faults";
import { makeOnboardingPages } from "./onboard";
import { overview } from "./overview";
import { makePayPages } from "./pay";
import { paymentOrNothing, payments } from "./payments";
import { transfer, transfers } from "./transfers";
import { wordsFor } from "./words";

export function makePages(world: World, webhooks: Webhooks): Hono {
  const app = new Hono();
  app.route("/", makePayPages(world));
  app.route("/", makeOnboardingPages(world));
  readPages(app, world);
  actions(app, world, webhooks);
  app.onError((error, context) => {
    if (!(error instanceof StripeRefusal)) throw error;
    const words = wordsFor("en", undefined);
    return context.html(checkoutBox(words, "That is not possible", html`<p>${error.message}</p>`), 400);
  });
  return app;
}

function readPages(app: Hono, world: World): void {
  const show = (path: string, draw: (context: Context, id: string) => Markup) =>
    app.get(path, (context) => context.html(draw(context, context.req.param("id") ?? "")));
  show("/", () => overview(world));
  show("/payments", () => payments(world));
  show("/payments/:id", (_context, id) => paymentOrNothing(world, id));
  show("/accounts", () => accounts(world));
  show("/accounts/:id", (_context, id) => account(world, id));
  show("/transfers", () => transfers(world));
  show("/transfers/:id", (_context, id) => transfer(world, id));
  show("/events", (context) => events(world, context.req.query("only")));
  show("/events/:id", (_context, id) => event(world, id));
  show("/faults", () => faults(world));
  app.get("/receipts/:id", (context) => receipt(context, world));
}

function receipt(context: Context, world: World): Response | Promise<Response> {
  const charge = world.tables.charges.get(context.req.param("id") ?? "");
  if (!charge) return context.notFound();
  const words = wordsFor(null, context.req.header("accept-language"));
  const paid_on = new Date(charge.created * 1000).toISOString().slice(0, 10);
  return context.html(
    checkoutBox(
      words,
      shown(charge.amount, charge.currency, words.lang),
      html`<dl><dt>Postbond</dt><dd>${paid_on}</dd><dt>${charge.billing_details.email}</dt><dd>${charge.id}</dd></dl>`,
    ),
  );
}

type Fields = Record<string, string>;

async function fieldsOf(context: Context): Promise<Fields> {
  const form = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function actions(app: Hono, world: World, webhooks: Webhooks): void {
  app.post("/payments/:id/dispute", async (context) => {
    const { outcome, dispute } = await fieldsOf(context);
    const charge = world.tables.charges.get(context.req.param("id"));
    const open = world.tables.disputes.get(dispute ?? "");
    if (open && (outcome === "won" || outcome === "lost")) closeDispute(world, open, outcome);
    else if (charge) openDispute(world, charge, {});
    return context.redirect(`/payments/${context.req.param("id")}`, 303);
  });
  app.post("/payments/:id/refund", async (context) => {
    const { refund } = await fieldsOf(context);
    finishRefund(world, refund ?? "", "failed");
    return context.redirect(`/payments/${context.req.param("id")}`, 303);
  });
  app.post("/accounts/:id", async (context) => {
    const { outcome } = await fieldsOf(context);
    if (isAccountOutcome(outcome)) settleAccount(world, findAccount(world, context.req.param("id")), outcome);
    return context.redirect(`/accounts/${context.req.param("id")}`, 303);
  });
  app.post("/accounts/:id/payout", async (context) => {
    const { payout } = await fieldsOf(context);
    finishPayout(world, payout ?? "", "failed");
    return context.redirect(`/accounts/${context.req.param("id")}`, 303);
  });
  app.post("/events/:id/resend", async (context) => {
    await webhooks.resend(context.req.param("id"));
    return context.redirect(`/events/${context.req.param("id")}`, 303);
  });
  app.post("/faults", async (context) => {
    try {
      const { match, ...fields } = await fieldsOf(context);
      world.faults.arm({ ...fields, match: match?.trim() || undefined });
    } catch (error) {
      if (!(error instanceof BadFault)) throw error;
      return context.html(faults(world, error.message), 400);
    }
    return context.redirect("/faults", 303);
  });
  app.post("/faults/clear", async (context) => {
    world.faults.clear((await fieldsOf(context)).id);
    return context.redirect("/faults", 303);
  });
}
