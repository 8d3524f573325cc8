/** Webhooks in Stripe's name, handed to the route as the server does. */
import { eq } from "drizzle-orm";
import Stripe from "stripe";
import { action } from "@/app/routes/webhooks.stripe/route";
import { db } from "@/db/client";
import { stripe_events } from "@/db/schema/ledger";

/** `age_s`: how long ago it was signed. */
export async function postWebhook(
  body: string,
  { secret = process.env.STRIPE_WEBHOOK_SECRET as string, age_s = 0 } = {},
): Promise<number> {
  const timestamp = Math.floor(Date.now() / 1000) - age_s;
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp });
  const request = new Request("http://127.0.0.1/webhooks/stripe", {
    method: "POST",
    headers: { "stripe-signature": signature },
    body,
  });
  return (await action({ request, params: {}, context: {} } as never)).status;
}

let made = 0;

/** An event as Stripe writes them. */
export function eventAbout(type: string, object: unknown, more: Record<string, unknown> = {}) {
  return {
    id: `evt_test${++made}`,
    object: "event",
    api_version: Stripe.API_VERSION,
    created: Math.floor(Date.now() / 1000),
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    data: { object },
    ...more,
  };
}

/** Its row of the inbox, if it has one. */
export async function inboxRow(id: string) {
  const [row] = await db.select().from(stripe_events).where(eq(stripe_events.id, id));
  return row;
}
