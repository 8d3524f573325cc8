/** The executor's pages: runs, one run with its steps, events, functions. */
import { Hono } from "hono";
import { badge, html, json, type Nav, page, table, time } from "../frame/page";
import type { Engine } from "./engine";
import { isActive, type RegisteredFunction, type Run } from "./model";
import { nameOf, runBody, TONES } from "./run-page";

const SECTIONS = [
  { path: "/", title: "Runs" },
  { path: "/events", title: "Events" },
  { path: "/functions", title: "Functions" },
];

const SHOWN = 100;

export function pageRoutes(engine: Engine, nav: Nav): Hono {
  const pages = new Hono();

  pages.get("/", (c) => {
    const { function: function_id, status } = c.req.query();
    const runs = engine.journal.runs
      .values()
      .filter(
        (run) => (!function_id || run.function_id === function_id) && (!status || run.status === status),
      )
      .reverse()
      .slice(0, SHOWN);
    const body = html`<h1>Runs</h1>
<form class="row" method="get" action="/">
<select name="function" aria-label="Function"><option value="">Every function</option>${engine.registry
      .all()
      .map(
        (fn) => html`<option value="${fn.id}"${fn.id === function_id ? " selected" : ""}>${fn.name}</option>`,
      )}</select>
<select name="status" aria-label="Status"><option value="">Every status</option>${[
      "queued",
      "running",
      "completed",
      "failed",
      "cancelled",
    ].map((name) => html`<option${name === status ? " selected" : ""}>${name}</option>`)}</select>
<button>Show</button></form>
${table(
  ["Function", "Status", "Began", "Waits for", "Ended"],
  runs.map((run) => [
    html`<a href="/runs/${run.id}">${nameOf(engine, run.function_id)}</a><br><small class="mono">${run.events[0]?.name ?? ""}</small>`,
    badge(run.status, TONES[run.status]),
    time(new Date(run.started_ms ?? run.queued_ms)),
    waitsFor(run),
    run.ended_ms ? time(new Date(run.ended_ms)) : "",
  ]),
  "No run here yet. Runs begin when the app sends an event or a cron comes due.",
)}`;
    return c.html(page({ title: "Runs", nav, sections: SECTIONS, here: "/", body }));
  });

  pages.get("/runs/:id", (c) => {
    const run = engine.journal.runs.get(c.req.param("id"));
    if (!run) return c.html(missing(nav, "This run is not kept any more."), 404);
    const title = nameOf(engine, run.function_id);
    return c.html(page({ title, nav, sections: SECTIONS, here: "/", body: runBody(engine, run) }));
  });

  pages.post("/runs/:id/cancel", (c) => {
    const run = engine.journal.runs.get(c.req.param("id"));
    if (run) engine.runs.cancel(run);
    return c.redirect(`/runs/${c.req.param("id")}`, 303);
  });

  pages.post("/runs/:id/rerun", (c) => {
    const run = engine.journal.runs.get(c.req.param("id"));
    const again = run && engine.runs.rerun(run);
    return c.redirect(`/runs/${again?.id ?? c.req.param("id")}`, 303);
  });

  pages.get("/events", (c) => {
    const all = c.req.query("all") === "1";
    const events = engine.journal.events
      .values()
      .filter(({ event }) => all || !event.name.startsWith("inngest/"))
      .reverse()
      .slice(0, SHOWN);
    const body = html`<h1>Events</h1>
<p class="row"><a class="button" href="/events${all ? "" : "?all=1"}">${all ? "Hide" : "Show"} Inngest's own events</a></p>
${table(
  ["Name", "Received", "For", "Started"],
  events.map(({ event, internal_id, received_ms }) => [
    html`<details><summary>${event.name}</summary><small class="mono">${internal_id}</small>${json(event)}</details>`,
    time(new Date(received_ms)),
    event.ts > received_ms ? time(new Date(event.ts)) : "at once",
    html`${startedBy(engine, event.id).map((run) => html`<a href="/runs/${run.id}">${nameOf(engine, run.function_id)}</a><br>`)}`,
  ]),
  "No event has come in yet.",
)}`;
    return c.html(page({ title: "Events", nav, sections: SECTIONS, here: "/events", body }));
  });

  pages.get("/functions", (c) => {
    const body = html`<h1>Functions</h1>
${table(
  ["Function", "Begins with", "Rules"],
  engine.registry
    .all()
    .map((fn) => [
      html`<a href="/?function=${encodeURIComponent(fn.id)}">${fn.name}</a><br><small class="mono">${fn.id}</small>`,
      html`${fn.triggers.map((one) => html`<span class="mono">${one.event ?? one.cron}</span> ${one.expression ? html`<small class="mono">${one.expression}</small>` : ""}<br>`)}`,
      html`<small class="mono">${rulesOf(fn)}</small>`,
    ]),
  "No app has registered its functions yet. They appear as soon as the app answers at /api/inngest.",
)}`;
    return c.html(page({ title: "Functions", nav, sections: SECTIONS, here: "/functions", body }));
  });

  return pages;
}

function missing(nav: Nav, text: string) {
  return page({ title: "Not found", nav, sections: SECTIONS, body: html`<p class="empty">${text}</p>` });
}

function startedBy(engine: Engine, event_id: string): Run[] {
  return engine.journal.runs.values().filter((run) => run.events.some((event) => event.id === event_id));
}

/** What keeps an active run waiting, in words. */
function waitsFor(run: Run): string {
  if (!isActive(run)) return "";
  const waiting = Object.values(run.steps).filter((step) => step.status === "waiting");
  return waiting
    .map((step) => {
      const until = step.until_ms ? new Date(step.until_ms).toISOString().slice(0, 16).replace("T", " ") : "";
      return `${step.name}, until ${until}`;
    })
    .join("; ");
}

function rulesOf({ concurrency }: RegisteredFunction): string {
  return concurrency === undefined ? "" : `concurrency: ${JSON.stringify(concurrency)}`;
}
