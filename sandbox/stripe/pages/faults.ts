/** The fault switches, for a person: what can go wrong, what is switched on, and how often each has struck. */
import { badge, button, figures, html, type Markup, table } from "../../frame/page";
import { FAULT_KINDS, type FaultKind, type FaultMatch } from "../faults/kinds";
import type { World } from "../world";
import { dashboardPage } from "./dashboard";

export function faults(world: World, problem?: string): Markup {
  const { active, injected } = world.faults.state();
  const kinds = Object.entries(FAULT_KINDS) as Array<[FaultKind, string]>;
  return dashboardPage(
    world,
    "/faults",
    "Faults",
    html`<h1>Faults</h1>
<p class="lead">Make Stripe, its wires or the banks fail, and see whether a cent is lost.</p>
${problem ? html`<div class="note bad">${problem}</div>` : ""}
<form class="card stack" method="post" action="/faults">
<label>What goes wrong<select name="kind">${kinds.map(([kind]) => html`<option value="${kind}">${words(kind)}</option>`)}</select></label>
<label>How often<input name="times" type="number" min="1" value="1"></label>
<label>Only for<input name="match" placeholder="POST /v1/transfers, or account.updated; empty for all"></label>
<label>Milliseconds, for delays<input name="ms" type="number" min="0"></label>
<p><button class="main">Switch it on</button></p>
</form>
<h2>Switched on</h2>
${table(
  ["Fault", figures("Still strikes"), "Only for", ""],
  active.map((fault) => [
    badge(words(fault.kind), "warn"),
    fault.times ? `${fault.times} times` : "until cleared",
    matchText(fault.match),
    button("/faults/clear", "Switch off", { id: fault.id }, "small"),
  ]),
  "Everything works.",
)}
${active.length > 1 ? button("/faults/clear", "Switch all off", {}, "danger") : ""}
<h2>All kinds</h2>
${table(
  ["Fault", "What it does", figures("Struck")],
  kinds.map(([kind, text]) => [words(kind), text, html`<span class="num">${injected[kind] ?? 0}</span>`]),
  "",
)}`,
  );
}

function words(kind: FaultKind): string {
  return kind.replaceAll("_", " ");
}

function matchText(match: FaultMatch | undefined): string {
  if (!match) return "anything";
  return [match.method, match.path, match.type].filter(Boolean).join(" ");
}
