/** The parcels as a person sees them: where each is, and buttons to move it along. */
import { type Context, Hono } from "hono";
import type { EmulatorContext } from "../frame/emulator";
import { badge, button, facts, html, type Markup, page, raw, type Tone, table, time } from "../frame/page";
import type { Parcel, Parcels } from "./parcels";
import { carrierOf } from "./steps";
import { STATUSES, type Status, type Tracker } from "./tracker";
import type { Delivery, Webhooks } from "./webhooks";

type Parts = { parcels: Parcels; webhooks: Webhooks; context: EmulatorContext };

const NAMES: Record<Status, string> = {
  unknown: "Unknown",
  pre_transit: "Label created",
  in_transit: "In transit",
  out_for_delivery: "Out for delivery",
  delivered: "Delivered",
  available_for_pickup: "Ready for pickup",
  return_to_sender: "Returned",
  failure: "Lost",
  cancelled: "Cancelled",
  error: "Error",
};

const TONES: Partial<Record<Status, Tone>> = {
  in_transit: "busy",
  out_for_delivery: "busy",
  delivered: "good",
  available_for_pickup: "warn",
  return_to_sender: "bad",
  failure: "bad",
  error: "bad",
};

/** The usual way, and what may go wrong on it. */
const WAY: Status[] = ["pre_transit", "in_transit", "out_for_delivery", "delivered"];
const TROUBLE: Status[] = ["failure", "return_to_sender", "available_for_pickup"];

export function makePages(parts: Parts): Hono {
  const { parcels, webhooks } = parts;
  const pages = new Hono();

  pages.get("/", (c) => showList(c, parts));

  pages.post("/parcels", async (c) => {
    const form = await c.req.parseBody();
    const code = String(form.tracking_code ?? "").trim();
    if (code) parcels.create(code, String(form.carrier ?? "").trim() || carrierOf(code) || "USPS");
    return c.redirect("/", 303);
  });

  pages.get("/parcels/:id", (c) => {
    const parcel = parcels.get(c.req.param("id"));
    return parcel ? showParcel(c, parts, parcel) : gone(c, parts);
  });

  pages.post("/parcels/:id", async (c) => {
    const { status, back } = await c.req.parseBody();
    const parcel = parcels.get(c.req.param("id"));
    if (!parcel) return gone(c, parts);
    if (STATUSES.includes(status as Status)) parcels.move(parcel.tracker.id, status as Status);
    return c.redirect(back === "list" ? "/" : `/parcels/${parcel.tracker.id}`, 303);
  });

  pages.post("/events/:id/resend", async (c) => {
    webhooks.resend(c.req.param("id"));
    const tracker_id = String((await c.req.parseBody()).tracker_id ?? "");
    return c.redirect(parcels.get(tracker_id) ? `/parcels/${tracker_id}` : "/", 303);
  });

  return pages;
}

function showList(c: Context, { parcels, context }: Parts) {
  const all = parcels.list();
  const cards = all.slice(0, 100).map(({ tracker }) => card(tracker));
  return c.html(
    page({
      title: "Carriers",
      nav: context.nav,
      body: html`
<style>${raw(WAY_STYLE)}</style>
<h1>Parcels</h1>
<p class="lead">Each parcel the app follows, through EasyPost's tracker API. It travels automatically on the sandbox's clock (on its way after 4 hours, delivered after 3 days) until you move it.</p>
${cards.length ? html`<div class="parcels">${cards}</div>` : html`<p class="empty">No parcel yet. Enter a tracking number in the app as a brand, or follow one here.</p>`}
<form class="card stack" method="post" action="/parcels">
<h2>Follow another parcel</h2>
<label>Tracking number<input name="tracking_code" required maxlength="120" placeholder="1Z999AA10123456784"></label>
<label>Carrier<input name="carrier" maxlength="60" placeholder="recognised by the number when left empty"></label>
<div><button>Follow</button></div>
</form>`,
    }),
  );
}

function card(tracker: Tracker): Markup {
  const next = WAY[WAY.indexOf(tracker.status) + 1];
  const on_the_way = WAY.includes(tracker.status) && next;
  return html`<article class="card">
<div class="row apart"><a class="code" href="/parcels/${tracker.id}">${tracker.tracking_code}</a>${statusBadge(tracker.status)}</div>
${way(tracker.status)}
<p class="soft">${tracker.carrier} · ${tracker.tracking_details.at(-1)?.message ?? ""} · ${time(tracker.updated_at)}</p>
<div class="row">${on_the_way ? moveButton(tracker, next, "main") : ""}${
    on_the_way && next !== "delivered" ? moveButton(tracker, "delivered", "") : ""
  }<a class="button" href="/parcels/${tracker.id}">More</a></div></article>`;
}

/** The four steps of the usual way, with those that are behind the parcel filled. */
function way(status: Status): Markup {
  const reached = WAY.indexOf(status);
  const steps = WAY.map(
    (step, index) => html`<li class="${index <= reached ? "reached" : ""}">${NAMES[step]}</li>`,
  );
  return html`<ol class="way" aria-label="Steps">${steps}</ol>`;
}

function moveButton(tracker: Tracker, status: Status, look: "main" | "" | "danger", back = "list"): Markup {
  return button(`/parcels/${tracker.id}`, NAMES[status], { status, back }, look);
}

function showParcel(c: Context, { webhooks, context }: Parts, { tracker, next_leg }: Parcel) {
  const details = [...tracker.tracking_details].reverse();
  return c.html(
    page({
      title: tracker.tracking_code,
      nav: context.nav,
      sections: [{ path: "/", title: "← All parcels" }],
      body: html`
<style>${raw(WAY_STYLE)}</style>
<h1>${tracker.tracking_code}</h1>
<p>${statusBadge(tracker.status)}</p>
<section class="card">${way(tracker.status)}
<h3>Move it along</h3>
<div class="row">${WAY.map((status) => moveButton(tracker, status, status === "delivered" ? "main" : "", ""))}</div>
<h3>Something goes wrong</h3>
<div class="row">${TROUBLE.map((status) => moveButton(tracker, status, status === "available_for_pickup" ? "" : "danger", ""))}</div></section>
<section class="card">${facts([
        ["Carrier", tracker.carrier],
        ["Tracker", html`<code>${tracker.id}</code>`],
        ["Followed since", time(tracker.created_at)],
        ["Travels", next_leg === null ? "only when moved by hand" : "automatically, on the sandbox's clock"],
      ])}</section>
<h2>What the carrier said</h2>
${table(
  ["When", "Status", "Message", "Where"],
  details.map((detail) => [
    time(detail.datetime),
    statusBadge(detail.status),
    detail.message,
    [detail.tracking_location.city, detail.tracking_location.country].filter(Boolean).join(", "),
  ]),
  "Nothing yet.",
)}
<h2>Webhooks</h2>
${table(["Made", "Event", "State", ""], webhooks.about(tracker.id).map(deliveryRow), "None was sent.")}`,
    }),
  );
}

function deliveryRow(delivery: Delivery): Array<Markup | string> {
  const last = delivery.attempts.at(-1);
  const tone: Tone =
    delivery.state === "delivered" ? "good" : delivery.state === "abandoned" ? "bad" : "warn";
  const next =
    delivery.state === "waiting" && delivery.next_at
      ? html`<br><small>again ${time(delivery.next_at)}</small>`
      : "";
  return [
    html`${time(delivery.created_at)}`,
    delivery.description,
    html`${badge(delivery.state.replace("_", " "), tone)} ${last ? html`<small>${last.outcome}, attempt ${delivery.attempts.length}</small>` : ""}${next}`,
    button(`/events/${delivery.id}/resend`, "Resend", { tracker_id: delivery.tracker_id }, "small"),
  ];
}

function statusBadge(status: Status): Markup {
  return badge(NAMES[status], TONES[status]);
}

function gone(c: Context, { context }: Parts) {
  const body = html`<h1>No such parcel</h1><p><a href="/">All parcels</a></p>`;
  return c.html(page({ title: "No such parcel", nav: context.nav, body }), 404);
}

const WAY_STYLE = `
label input { font-weight: 400; }
.parcels { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 420px), 1fr)); margin: 16px 0; }
.parcels > .card { margin: 0; }
.code { font-weight: 650; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; color: inherit; }
.way { list-style: none; display: grid; grid-template-columns: repeat(4, 1fr); gap: 4px; padding: 0; margin: 14px 0 10px; font-size: 12.5px; line-height: 1.3; color: var(--soft); }
.way li { border-top: 4px solid var(--line); padding-top: 6px; border-radius: 2px; }
.way .reached { border-color: var(--accent); color: var(--ink); }
`;
