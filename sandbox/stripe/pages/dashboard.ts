/** What every page of the dashboard shares: its frame, its links between objects, its states in colour. */
import { badge, html, type Markup, page, type Tone, time } from "../../frame/page";
import { shown } from "../money/currency";
import type { World } from "../world";

const SECTIONS = [
  { path: "/", title: "Overview" },
  { path: "/payments", title: "Payments" },
  { path: "/accounts", title: "Accounts" },
  { path: "/transfers", title: "Transfers" },
  { path: "/events", title: "Events" },
  { path: "/faults", title: "Faults" },
];

export function dashboardPage(world: World, here: string, title: string, body: Markup): Markup {
  return page({ title, nav: world.context.nav, sections: SECTIONS, here, body });
}

/** How many rows a page of the dashboard shows. */
export const ROWS = 50;

const TONES: Record<string, Tone> = {
  active: "good",
  available: "good",
  complete: "good",
  delivered: "good",
  paid: "good",
  succeeded: "good",
  won: "good",
  in_transit: "busy",
  open: "busy",
  pending: "busy",
  processing: "busy",
  requires_action: "warn",
  needs_response: "warn",
  under_review: "warn",
  requires_payment_method: "warn",
  canceled: "plain",
  expired: "plain",
  none: "plain",
  failed: "bad",
  inactive: "bad",
  lost: "bad",
};

export function state(status: string | null | undefined): Markup {
  return badge((status ?? "–").replaceAll("_", " "), TONES[status ?? ""] ?? "plain");
}

export function money(amount_minor: number, currency: string): Markup {
  return html`<span class="num">${shown(amount_minor, currency)}</span>`;
}

/** An epoch second, as an instant. */
export function at(epoch_s: number | null | undefined): Markup | string {
  return epoch_s ? time(new Date(epoch_s * 1000)) : "";
}

/** A link to the page that shows the object with this id; ids without a page stay text. */
export function ref(id: string | { id: string } | null | undefined): Markup | string {
  const text = typeof id === "string" ? id : id?.id;
  if (!text) return "–";
  const path = pathOf(text);
  const shown_id = text.length > 32 ? `${text.slice(0, 20)}…` : text; // a session's id is as long as a line
  return path
    ? html`<a class="mono" href="${path}">${shown_id}</a>`
    : html`<span class="mono">${text}</span>`;
}

function pathOf(id: string): string | undefined {
  if (id.startsWith("ch_") || id.startsWith("pi_") || id.startsWith("cs_")) return `/payments/${id}`;
  if (id.startsWith("acct_")) return `/accounts/${id}`;
  if (id.startsWith("tr_")) return `/transfers/${id}`;
  if (id.startsWith("evt_")) return `/events/${id}`;
  return undefined;
}

export function notFound(world: World, what: string): Markup {
  return dashboardPage(
    world,
    "",
    `No such ${what}`,
    html`<h1>No such ${what}</h1><p><a href="/">Back to the overview</a></p>`,
  );
}
