/** One run, as a person sees it: its state, its steps with what they gave, the calls that were made, its event. */
import { badge, button, facts, html, json, type Tone, table, time } from "../frame/page";
import type { Engine } from "./engine";
import { isActive, type Run, type Step } from "./model";

export const TONES: Record<Run["status"] | Step["status"], Tone> = {
  queued: "plain",
  running: "busy",
  completed: "good",
  failed: "bad",
  cancelled: "warn",
  planned: "plain",
  waiting: "busy",
  retrying: "warn",
  done: "good",
};

export function runBody(engine: Engine, run: Run) {
  const steps = Object.values(run.steps).sort((a, b) => a.started_ms - b.started_ms);
  return html`<div class="row apart"><h1>${nameOf(engine, run.function_id)}</h1>${badge(run.status, TONES[run.status])}</div>
<div class="row">${isActive(run) ? button(`/runs/${run.id}/cancel`, "Cancel", {}, "danger") : ""}
${button(`/runs/${run.id}/rerun`, "Run again")}</div>
<section class="card">${facts([
    ["Run", html`<span class="mono">${run.id}</span>`],
    ["Queued", time(new Date(run.queued_ms))],
    ["Began", run.started_ms ? time(new Date(run.started_ms)) : undefined],
    ["Ended", run.ended_ms ? time(new Date(run.ended_ms)) : undefined],
    ["Next call", run.jobs.length ? html`${run.jobs.map((job) => time(new Date(job.due_ms)))}` : undefined],
    ["Again of", run.rerun_of ? html`<a href="/runs/${run.rerun_of}">an earlier run</a>` : undefined],
  ])}</section>
${run.error ? html`<div class="note bad"><strong>${run.error.name}</strong>: ${run.error.message}${run.error.stack ? html`<pre>${run.error.stack}</pre>` : ""}</div>` : ""}
<h2>Steps</h2>
${table(
  ["Step", "Status", "Began", "Until", "Tries", "Gave"],
  steps.map((step) => [
    html`${step.name}<br><small>${step.kind}</small>`,
    badge(step.status.replace("_", " "), TONES[step.status]),
    time(new Date(step.started_ms)),
    step.until_ms ? time(new Date(step.until_ms)) : "",
    step.attempts || "",
    step.error
      ? html`<details><summary>${step.error.message}</summary><pre>${step.error.stack ?? step.error.name}</pre></details>`
      : step.data === undefined || step.data === null
        ? ""
        : html`<details><summary>Data</summary>${json(step.data)}</details>`,
  ]),
  "No step has begun yet.",
)}
<h2>Calls</h2>
${table(
  ["When", "What", "Try", "Answer"],
  run.log.map((entry) => [
    time(new Date(entry.at_ms)),
    entry.what,
    entry.attempt + 1,
    html`${entry.outcome}${entry.error ? html`<br><small>${entry.error.name}: ${entry.error.message}</small>` : ""}`,
  ]),
  "The app has not been called yet.",
)}
${run.status === "completed" ? html`<h2>Returned</h2>${json(run.output)}` : ""}
<h2>${run.events.length > 1 ? "Events" : "Event"}</h2>
${json(run.events.length > 1 ? run.events : run.events[0])}`;
}

export function nameOf(engine: Engine, function_id: string): string {
  return engine.registry.get(function_id)?.name ?? function_id;
}
