/** Connected accounts, and one account with its balance, its transfers and payouts, and the conditions it can come to. */
import { button, facts, figures, html, type Markup, table } from "../../frame/page";
import { PLATFORM } from "../keep/table";
import { ACCOUNT_OUTCOMES } from "../resources/account-outcomes";
import type { StoredAccount, World } from "../world";
import { at, dashboardPage, money, notFound, ROWS, ref, state } from "./dashboard";
import { eventTable } from "./events";

export function accounts(world: World): Markup {
  const rows = world.tables.accounts.all(PLATFORM).slice(-ROWS).reverse();
  return dashboardPage(
    world,
    "/accounts",
    "Accounts",
    html`<h1>Connected accounts</h1>
<p class="lead">Creators who get paid. ${world.tables.accounts.size > ROWS ? `The newest ${ROWS} of ${world.tables.accounts.size}.` : ""}</p>
${table(
  ["Account", "Person", "Transfers", "Payouts", figures("Balance"), "Since"],
  rows.map((account) => [
    ref(account),
    account.email ?? "–",
    account.gone ? state("disconnected") : state(account.capabilities?.transfers ?? "unrequested"),
    state(account.payouts_enabled ? "active" : "inactive"),
    balanceText(world, account),
    at(account.created),
  ]),
  "No accounts yet: a creator makes one by setting up payouts in the app.",
)}`,
  );
}

function balanceText(world: World, account: StoredAccount): Markup | string {
  const codes = world.balances.currencies(account.id);
  if (codes.length === 0) return "–";
  return html`${codes.map((code) => {
    const { available_minor, pending_minor } = world.balances.of(account.id, code);
    return html`${money(available_minor + pending_minor, code)} `;
  })}`;
}

export function account(world: World, id: string): Markup {
  const found = world.tables.accounts.get(id);
  if (!found) return notFound(world, "account");
  const requirements = found.requirements;
  const payouts = world.tables.payouts.all(id).slice(-ROWS).reverse();
  const transfers = world.tables.transfers.all(PLATFORM, "destination", id).slice(-ROWS).reverse();
  return dashboardPage(
    world,
    "/accounts",
    id,
    html`<h1>${found.email ?? id}</h1>
<p>${found.gone ? state("disconnected") : state(found.capabilities?.transfers ?? "unrequested")} <span class="mono">${id}</span></p>
<div class="card">${facts([
      ["Country", found.country],
      ["Type", found.type],
      ["Transfers", state(found.capabilities?.transfers ?? "unrequested")],
      ["Payouts", state(found.payouts_enabled ? "active" : "inactive")],
      ["Disabled because", requirements?.disabled_reason?.replaceAll(/[._]/g, " ") ?? undefined],
      ["Missing", requirements?.currently_due?.join(", ") || undefined],
      ["Problem", requirements?.errors?.[0]?.reason],
      ["Balance", balanceText(world, found)],
    ])}</div>
<h2>Bring it to another condition</h2>
<div class="grid">${Object.entries(ACCOUNT_OUTCOMES).map(
      ([outcome, text]) =>
        html`<form class="card" method="post" action="/accounts/${id}"><p>${text.charAt(0).toUpperCase()}${text.slice(1)}.</p><button name="outcome" value="${outcome}">${outcome.replaceAll("_", " ")}</button></form>`,
    )}</div>
<h2>Transfers</h2>
${table(
  ["Transfer", figures("Amount"), figures("Reversed"), "When"],
  transfers.map((one) => [
    ref(one),
    money(one.amount, one.currency),
    one.amount_reversed ? money(one.amount_reversed, one.currency) : "–",
    at(one.created),
  ]),
  "Nothing has been transferred here yet.",
)}
<h2>Payouts</h2>
${table(
  ["Payout", figures("Amount"), "State", "Arrives", ""],
  payouts.map((one) => [
    html`<span class="mono">${one.id}</span>`,
    money(one.amount, one.currency),
    html`${state(one.status)} ${one.failure_message ?? ""}`,
    at(one.arrival_date),
    one.status === "in_transit"
      ? button(`/accounts/${id}/payout`, "Let it fail", { payout: one.id }, "small danger")
      : "",
  ]),
  "Nothing has been paid out yet: what is available goes out every midnight (UTC).",
)}
<h2>Events</h2>
${eventTable(world.tables.events.newest(20, (event) => event.account === id))}`,
  );
}
