/** For whoever watches over this process: is the database there, and do side effects leave in time? */

import { readHealth } from "@/app/domain/outbox/queries/health";
import { clockOffset } from "@/app/lib/clock";
import { log } from "@/app/lib/log";
import { refusedWebhooks } from "@/app/stripe/read-event";
import { db } from "@/db/client";

export async function loader() {
  const health = await readHealth(db).catch((error: unknown) => {
    log.warn({ err: error }, "the database does not answer");
    return { ok: false, database: { ok: false, latency_ms: null }, outbox: null };
  });
  const { ok, ...parts } = health;
  return Response.json(
    { ok, ...parts, refused_webhooks: refusedWebhooks(), clock: { offset_ms: clockOffset() } },
    { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
