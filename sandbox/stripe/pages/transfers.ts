/** Transfers, and one transfer with its reversals. */
import { facts, figures, html, json, type Markup, table } from "../../frame/page";
import { PLATFORM } from "../keep/table";
import { idOf, type World } from "../world";
import { at, dashboardPage, money, notFound, ROWS, ref, state } from "./dashboard";
import { eventTable } from "./events";

export function transfers(world: World): Markup {
  const rows = world.tables.transfers.all(PLATFORM).slice(-ROWS).reverse();
  return dashboardPage(
    world,
    "/transfers",
    "Transfers",
    html`<h1>Transfers</h1>
<p class="lead">From the platform to creators. ${world.tables.transfers.size > ROWS ? `The newest ${ROWS} of ${world.tables.transfers.size}.` : ""}</p>
${table(
  ["Transfer", figures("Amount"), "To", "From", "Group", "When"],
  rows.map((one) => [
    ref(one),
    html`${money(one.amount, one.currency)}${one.amount_reversed ? html` <small>−${money(one.amount_reversed, one.currency)}</small>` : ""}`,
    ref(idOf(one.destination)),
    one.source_transaction ? ref(idOf(one.source_transaction)) : "the balance",
    html`<span class="mono">${one.transfer_group ?? "–"}</span>`,
    at(one.created),
  ]),
  "No transfers yet: one is made when a post is approved and its creator has an account.",
)}`,
  );
}

export function transfer(world: World, id: string): Markup {
  const found = world.tables.transfers.get(id);
  if (!found) return notFound(world, "transfer");
  const transaction = world.tables.balance_transactions.get(idOf(found.balance_transaction) ?? "");
  const reversals = world.tables.reversals.all(PLATFORM, "transfer", id);
  return dashboardPage(
    world,
    "/transfers",
    id,
    html`<h1>${money(found.amount, found.currency)}</h1>
<p>${transaction ? state(transaction.status) : ""} <span class="mono">${id}</span></p>
<div class="card">${facts([
      ["To", ref(idOf(found.destination))],
      ["From", found.source_transaction ? ref(idOf(found.source_transaction)) : "the platform's balance"],
      ["Group", found.transfer_group ?? "–"],
      ["Available", at(transaction?.available_on)],
      ["Arrived as", html`<span class="mono">${idOf(found.destination_payment) ?? "–"}</span>`],
      ["When", at(found.created)],
    ])}</div>
<h2>Reversals</h2>
${table(
  ["Reversal", figures("Amount"), "When"],
  reversals.map((one) => [
    html`<span class="mono">${one.id}</span>`,
    money(one.amount, one.currency),
    at(one.created),
  ]),
  "Nothing has been taken back.",
)}
<h2>Metadata</h2>${json(found.metadata)}
<h2>Events</h2>
${eventTable(world.tables.events.newest(20, (event) => event.about === id))}`,
  );
}
