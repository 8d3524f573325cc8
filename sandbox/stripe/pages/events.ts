/** Events: what happened, whether the app was told, each attempt to tell it, and a way to tell it again. */
import { button, facts, html, json, type Markup, table, time } from "../../frame/page";
import { eventObject } from "../webhooks/emit";
import type { KeptEvent } from "../webhooks/kept-event";
import type { World } from "../world";
import { at, dashboardPage, notFound, ROWS, ref, state } from "./dashboard";

export function eventTable(events: KeptEvent[]): Markup {
  return table(
    ["Event", "About", "Webhook", "When", ""],
    events.map((event) => [
      html`<a href="/events/${event.id}">${event.type}</a>`,
      ref(event.about),
      html`${state(event.delivery)} ${event.attempts.length > 1 ? html`<small>${event.attempts.length} tries</small>` : ""}`,
      at(event.created),
      event.delivery === "none" ? "" : button(`/events/${event.id}/resend`, "Resend", {}, "small"),
    ]),
    "No events.",
  );
}

export function events(world: World, only: string | undefined): Markup {
  const found = world.tables.events.newest(
    ROWS,
    (event) =>
      !only ||
      (only === "undelivered"
        ? event.delivery === "pending" || event.delivery === "failed"
        : event.type === only),
  );
  return dashboardPage(
    world,
    "/events",
    "Events",
    html`<h1>Events</h1>
<p class="lead">Webhooks go to <span class="mono">${world.context.app_url}/webhooks/stripe</span>, signed; what is not answered with 2xx is sent again over three days.</p>
<p class="row"><a class="button" href="/events">All</a><a class="button" href="/events?only=undelivered">Not delivered</a></p>
${eventTable(found)}`,
  );
}

export function event(world: World, id: string): Markup {
  const found = world.tables.events.get(id);
  if (!found) return notFound(world, "event");
  return dashboardPage(
    world,
    "/events",
    found.type,
    html`<h1>${found.type}</h1>
<p>${state(found.delivery)} <span class="mono">${id}</span></p>
<div class="card">${facts([
      ["About", ref(found.about)],
      ["Account", found.account ? ref(found.account) : "the platform"],
      ["Request", found.request?.id ?? "Stripe itself"],
      ["Idempotency key", found.request?.idempotency_key ?? undefined],
      ["When", at(found.created)],
      ["Next try", found.next_attempt_ms ? time(new Date(found.next_attempt_ms)) : undefined],
    ])}</div>
<p>${button(`/events/${id}/resend`, "Resend webhook", {}, "main")}</p>
<h2>Attempts</h2>
${table(
  ["When", "Answer", "Took", "Fault"],
  found.attempts.map((attempt) => [
    time(attempt.at),
    attempt.status ? String(attempt.status) : (attempt.error ?? "not sent"),
    `${attempt.took_ms} ms`,
    attempt.fault?.replaceAll("_", " ") ?? "–",
  ]),
  found.delivery === "none" ? "The app has not subscribed to this type of event." : "Not tried yet.",
)}
<h2>The event</h2>${json(eventObject(found))}`,
  );
}
