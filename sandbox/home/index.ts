/** The home page of the sandbox: what time it is, turning the clock, and the way to every emulator. */
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Emulator, EmulatorContext } from "../frame/emulator";
import { button, facts, html, page, table, time } from "../frame/page";

const DAY_MS = 86_400_000;

/** How long a person's click waits for the turn before the page shows that it goes on. */
const SHOWN_AFTER_MS = 4_000;

const advance = z.union([
  z.object({ advance_ms: z.number().int().nonnegative() }),
  z.object({ to: z.union([z.literal("next"), z.iso.datetime()]) }),
]);

type HomeContext = EmulatorContext & {
  /** Whether the clock may be turned (not beside live keys). */
  turnable: boolean;
  /** The services that are not emulated, as the environment gives them. */
  real_services: string[];
};

export function makeHome(context: HomeContext): Emulator {
  const { clock } = context;
  const home = new Hono();

  home.get("/clock", async (c) => {
    const after = Number(c.req.query("after") ?? -1);
    await clock.changed(Number.isFinite(after) ? after : -1, 25_000, c.req.raw.signal);
    return c.json(clock.state());
  });

  home.post("/control/clock", async (c) => {
    if (!context.turnable) return c.json({ error: REFUSED }, 403);
    const asked = advance.safeParse(await c.req.json().catch(() => null));
    if (!asked.success) return c.json({ error: 'Give {advance_ms} or {to: ISO instant | "next"}.' }, 400);
    await turn(clock, asked.data);
    return c.json(clock.state());
  });

  home.post("/clock", async (c) => {
    if (!context.turnable) return c.text(REFUSED, 403);
    const form = await c.req.parseBody();
    const asked = turnOf(String(form.by ?? ""));
    if (asked) await Promise.race([turn(clock, asked), pause(SHOWN_AFTER_MS)]);
    return c.redirect("/", 303);
  });

  home.get("/", (c) => showHome(c, context));

  return { name: "home", fetch: home.fetch };
}

const REFUSED = "The clock cannot be turned beside live Stripe keys or another CLOCK_URL.";

type Turn = z.infer<typeof advance>;

function turn(clock: EmulatorContext["clock"], asked: Turn): Promise<void> {
  if ("advance_ms" in asked) return clock.turnBy(asked.advance_ms);
  return asked.to === "next" ? clock.turnToNext() : clock.turnTo(new Date(asked.to));
}

function turnOf(by: string): Turn | undefined {
  if (by === "next") return { to: "next" };
  const steps: Record<string, number> = { hour: DAY_MS / 24, day: DAY_MS, week: 7 * DAY_MS };
  return steps[by] ? { advance_ms: steps[by] } : undefined;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const SUMMARIES: Record<string, string> = {
  stripe: "Pay, onboard, and look at every object, event and webhook.",
  inngest: "Durable jobs: runs with their steps, sleeps and errors.",
  mail: "Every email the app sent, as its reader sees it.",
  social: "Publish, edit, hide or delete a post as a channel.",
  carriers: "Move a parcel along.",
};

function showHome(c: Context, context: HomeContext) {
  const { clock, nav } = context;
  const turning = clock.turningTo();
  const next = clock.upcoming(8);
  return c.html(
    page({
      title: "Home",
      nav,
      refresh_seconds: turning ? 1 : 30,
      body: html`
<h1>The outside world, on this machine</h1>
<p class="lead">Emulators of the external services, over HTTP. Nothing here moves real money or leaves this machine.</p>
<section class="card">
<p class="soft">It is now</p>
<p class="clock">${time(clock.now())}</p>
${turning ? html`<p class="note warn">Turning to ${time(turning)}; jobs wake in order on the way.</p>` : ""}
${turning || !context.turnable ? "" : turnButtons(next[0])}
${context.turnable ? "" : html`<p class="note">${REFUSED}</p>`}
</section>
<div class="grid">${nav.links
        .filter((link) => SUMMARIES[link.name])
        .map(
          (link) =>
            html`<a class="card" href="${link.url}"><strong>${link.title}</strong><span class="soft">${SUMMARIES[link.name]}</span></a>`,
        )}
<a class="card" href="${context.app_url}"><strong>The app</strong><span class="soft">${context.app_url}</span></a></div>
<section><h2>Due next</h2>
${table(
  ["When", "What"],
  next.map(({ due, label }) => [time(due), label || "Something in an emulator"]),
  "Nothing is waiting for a moment in time.",
)}</section>
<section class="card">${facts([
        ["Under way", countOf(clock.inProgress())],
        ["Ahead of this machine", `${(clock.state().offset_ms / DAY_MS).toFixed(2)} days`],
        ["Used as they are", context.real_services.join(", ") || "none; every service is emulated"],
      ])}</section>`,
    }),
  );
}

function turnButtons(next: { due: Date; label: string } | undefined) {
  return html`<div class="row">
${button("/clock", "Turn forward a day", { by: "day" }, "main")}
${button("/clock", "A week", { by: "week" })}
${button("/clock", "An hour", { by: "hour" })}
${next ? button("/clock", "To what is due next", { by: "next" }) : ""}
</div>
${next ? html`<p class="soft" style="margin:12px 0 0">Next: ${next.label || "something in an emulator"}, ${time(next.due)}</p>` : ""}`;
}

function countOf(labels: string[]): string {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return (
    [...counts].map(([label, count]) => (count > 1 ? `${label} ×${count}` : label)).join(", ") || "nothing"
  );
}
