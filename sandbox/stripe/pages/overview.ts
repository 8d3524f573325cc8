/** The first page of the dashboard: what there is, and what waits for somebody. */
import { figures, html, type Markup, table } from "../../frame/page";
import { PLATFORM } from "../keep/table";
import { lineItemsOf } from "../resources/checkout-session-object";
import type { World } from "../world";
import { at, dashboardPage, money, ref, state } from "./dashboard";

export function overview(world: World): Markup {
  const { tables, balances } = world;
  const counts: Array<[string, string, number]> = [
    ["/payments", "Charges", tables.charges.ids(PLATFORM).length],
    ["/accounts", "Accounts", tables.accounts.size],
    ["/transfers", "Transfers", tables.transfers.size],
    ["/payments", "Refunds", tables.refunds.ids(PLATFORM).length],
    ["/payments", "Disputes", tables.disputes.size],
    ["/events", "Events", tables.events.size],
  ];
  const funds = balances.currencies(PLATFORM).map((code) => {
    const { available_minor, pending_minor, fees_minor } = balances.of(PLATFORM, code);
    return [
      code.toUpperCase(),
      money(available_minor, code),
      money(pending_minor, code),
      money(available_minor + pending_minor, code),
      money(fees_minor, code),
    ];
  });
  const open = tables.sessions.newest(10, (session) => session.status === "open");
  return dashboardPage(
    world,
    "/",
    "Stripe",
    html`<h1>Stripe</h1>
<p class="lead">Stands in for Stripe. Brands pay on its checkout pages, creators are onboarded on its forms, and nothing leaves this machine.</p>
<h2>The platform's balance</h2>
${table(["Currency", figures("Available"), figures("Pending"), figures("Together"), figures("Fees so far")], funds, "No money yet: fund an offer and pay on the checkout page.")}
<div class="grid" style="grid-template-columns:repeat(auto-fill,minmax(140px,1fr))">${counts.map(([path, name, count]) => html`<a class="card" href="${path}"><small>${name}</small><strong>${count.toLocaleString("en")}</strong></a>`)}</div>
<h2>Waiting to be paid</h2>
${table(
  ["For", figures("Amount"), "Until", ""],
  open.map((session) => [
    lineItemsOf(world, session.id).data[0]?.description ?? session.id,
    money(session.amount_total ?? 0, session.currency ?? "usd"),
    at(session.expires_at),
    html`<a href="${session.url}">Pay page</a>`,
  ]),
  "No checkout is open.",
)}
<h2>Disputes</h2>
${table(
  ["Dispute", "Charge", figures("Amount"), "State"],
  tables.disputes
    .newest(10)
    .map((dispute) => [
      dispute.id,
      ref(dispute.charge),
      money(dispute.amount, dispute.currency),
      state(dispute.status),
    ]),
  "No cardholder has disputed a payment. Open one from a payment's page.",
)}`,
  );
}
