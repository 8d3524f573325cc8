/** Payments, and one payment followed from the card to transfers and refunds. */
import type Stripe from "stripe";
import { button, facts, figures, html, type Markup, table } from "../../frame/page";
import { PLATFORM } from "../keep/table";
import { sessionOf } from "../resources/checkout-pay";
import { idOf, type World } from "../world";
import { at, dashboardPage, money, notFound, ROWS, ref, state } from "./dashboard";
import { eventTable } from "./events";

export function payments(world: World): Markup {
  const charges = world.tables.charges.all(PLATFORM).slice(-ROWS).reverse();
  const total = world.tables.charges.ids(PLATFORM).length;
  return dashboardPage(
    world,
    "/payments",
    "Payments",
    html`<h1>Payments</h1>
<p class="lead">${total > ROWS ? `The newest ${ROWS} of ${total}.` : "Every attempt to take money from a card."}</p>
${table(
  ["Charge", figures("Amount"), "State", figures("Refunded"), "Group", "When"],
  charges.map((charge) => [
    ref(charge),
    money(charge.amount, charge.currency),
    html`${state(charge.status)} ${charge.disputed ? state("disputed") : ""}`,
    charge.amount_refunded ? money(charge.amount_refunded, charge.currency) : "–",
    html`<span class="mono">${charge.transfer_group ?? "–"}</span>`,
    at(charge.created),
  ]),
  "No payments yet: fund an offer in the app and choose a test card on the checkout page.",
)}`,
  );
}

/** `id` is a charge, a payment intent or a checkout session. */
function payment(world: World, id: string): Markup | undefined {
  const { tables } = world;
  const session = tables.sessions.get(id);
  const intent = tables.payment_intents.get(idOf(session?.payment_intent) ?? id);
  const charge = tables.charges.get(id) ?? tables.charges.get(idOf(intent?.latest_charge) ?? "");
  if (!charge) return unpaid(world, session, intent);
  const owner = tables.payment_intents.get(idOf(charge.payment_intent) ?? "");
  const owner_session = owner && sessionOf(world, owner);
  const transaction = tables.balance_transactions.get(idOf(charge.balance_transaction) ?? "");
  return dashboardPage(
    world,
    "/payments",
    charge.id,
    html`<h1>${money(charge.amount, charge.currency)}</h1>
<p>${state(charge.status)} ${charge.disputed ? state("disputed") : ""} <span class="mono">${charge.id}</span></p>
<div class="card">${facts([
      ["Payment intent", charge.payment_intent ? ref(idOf(charge.payment_intent)) : undefined],
      ["Checkout session", owner_session ? ref(owner_session.id) : undefined],
      ["Transfer group", charge.transfer_group ?? "–"],
      ["Card", cardText(charge)],
      ["Fee", transaction ? money(transaction.fee, charge.currency) : undefined],
      [
        "Settled",
        transaction ? html`${state(transaction.status)} ${at(transaction.available_on)}` : undefined,
      ],
      ["Refused because", charge.failure_message ?? undefined],
      ["When", at(charge.created)],
    ])}</div>
${moneyTrail(world, charge)}
${charge.status === "succeeded" ? actions(world, charge) : ""}
<h2>Events</h2>
${eventTable(eventsAbout(world, charge))}`,
  );
}

function unpaid(
  world: World,
  session: Stripe.Checkout.Session | undefined,
  intent: Stripe.PaymentIntent | undefined,
): Markup | undefined {
  const id = session?.id ?? intent?.id;
  const amount_minor = session?.amount_total ?? intent?.amount;
  const currency = session?.currency ?? intent?.currency;
  if (id === undefined || amount_minor === undefined || currency === undefined) return undefined;
  return dashboardPage(
    world,
    "/payments",
    id,
    html`<h1>${money(amount_minor, currency)}</h1>
<p>${state(session?.status)} ${intent ? state(intent.status) : ""}</p>
<div class="card">${facts([
      ["Checkout session", session?.id],
      ["Payment intent", intent?.id],
      ["Expires", at(session?.expires_at)],
      ["Pay page", session?.url ? html`<a href="${session.url}">open</a>` : undefined],
    ])}</div>`,
  );
}

function cardText(charge: Stripe.Charge): string {
  const { card, us_bank_account } = charge.payment_method_details ?? {};
  if (card) return `${card.brand} •••• ${card.last4}${card.three_d_secure ? ", 3-D Secure" : ""}`;
  return us_bank_account ? `${us_bank_account.bank_name} •••• ${us_bank_account.last4}` : "–";
}

function moneyTrail(world: World, charge: Stripe.Charge): Markup {
  const { tables } = world;
  const transfers = tables.transfers.all(PLATFORM, "source_transaction", charge.id);
  const refunds = tables.refunds.all(PLATFORM, "charge", charge.id);
  const disputes = tables.disputes.all(PLATFORM, "charge", charge.id);
  const transferred_minor = transfers.reduce((sum, one) => sum + one.amount - one.amount_reversed, 0);
  const disputed_minor = disputes.reduce((sum, one) => sum + (one.status === "won" ? 0 : one.amount), 0);
  const left_minor = charge.amount - charge.amount_refunded - transferred_minor - disputed_minor;
  return html`<h2>Where the money went</h2>
${table(
  ["What", figures("Amount"), "State", "To", "When"],
  [
    ...transfers.map((one) => [
      ref(one),
      money(one.amount, one.currency),
      one.amount_reversed ? html`reversed ${money(one.amount_reversed, one.currency)}` : state("paid"),
      ref(idOf(one.destination)),
      at(one.created),
    ]),
    ...refunds.map((one) => [
      html`<span class="mono">${one.id}</span>`,
      money(one.amount, one.currency),
      html`${state(one.status)} ${one.pending_reason?.replaceAll("_", " ") ?? one.failure_reason?.replaceAll("_", " ") ?? ""}`,
      "the card",
      at(one.created),
    ]),
    ...disputes.map((one) => [
      html`<span class="mono">${one.id}</span>`,
      money(one.amount, one.currency),
      state(one.status),
      "the cardholder",
      at(one.created),
    ]),
  ],
  "It all still rests on the platform's balance.",
)}
<p class="soft">${left_minor < 0 ? "Gone beyond what was paid in: " : "Still on the platform's balance: "}${money(Math.abs(left_minor), charge.currency)}</p>`;
}

function actions(world: World, charge: Stripe.Charge): Markup {
  const dispute = world.tables.disputes
    .all(PLATFORM, "charge", charge.id)
    .find((one) => one.status === "needs_response" || one.status === "under_review");
  const undecided = world.tables.refunds
    .all(PLATFORM, "charge", charge.id)
    .filter((one) => one.status === "pending" || one.status === "succeeded");
  return html`<h2>What the bank may do</h2>
<div class="row">${
    dispute
      ? html`${button(`/payments/${charge.id}/dispute`, "The merchant wins the dispute", { outcome: "won", dispute: dispute.id })}
${button(`/payments/${charge.id}/dispute`, "The cardholder wins the dispute", { outcome: "lost", dispute: dispute.id }, "danger")}`
      : charge.amount_refunded < charge.amount && !charge.disputed
        ? button(`/payments/${charge.id}/dispute`, "The cardholder disputes this", {}, "danger")
        : ""
  }${undecided.map((one) =>
    button(
      `/payments/${charge.id}/refund`,
      `Let refund of ${one.id.slice(-6)} fail`,
      { refund: one.id },
      "danger",
    ),
  )}</div>`;
}

function eventsAbout(world: World, charge: Stripe.Charge) {
  const ids = new Set([charge.id, idOf(charge.payment_intent)]);
  const intent = world.tables.payment_intents.get(idOf(charge.payment_intent) ?? "");
  if (intent) ids.add(sessionOf(world, intent)?.id);
  for (const name of ["transfers", "refunds", "disputes"] as const)
    for (const one of world.tables[name].all(
      PLATFORM,
      name === "transfers" ? "source_transaction" : "charge",
      charge.id,
    ))
      ids.add(one.id);
  return world.tables.events.newest(ROWS, (event) => ids.has(event.about));
}

export function paymentOrNothing(world: World, id: string): Markup {
  return payment(world, id) ?? notFound(world, "payment");
}
