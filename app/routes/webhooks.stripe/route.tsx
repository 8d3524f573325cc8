/** Stripe's events: signature, inbox, acknowledgement; then the work, which the sweep finishes when it fails here. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { log } from "@/app/lib/log";
import { processEvent, receiveEvent } from "@/app/stripe/inbox";
import { readEvent } from "@/app/stripe/read-event";

export async function action({ request }: ActionFunctionArgs) {
  const reading = readEvent(await request.text(), request.headers.get("stripe-signature"));
  if ("refused" in reading) {
    log.warn({ reason: reading.refused }, "a webhook in Stripe's name was refused");
    return Response.json({ error: reading.refused }, { status: 400 });
  }
  const { event } = reading;
  await receiveEvent(event);
  try {
    await processEvent(event.id);
  } catch (error) {
    // It is stored: Stripe has done its part, and the sweep works on it again.
    log.warn({ event_id: event.id, type: event.type, err: error }, "a Stripe event waits for the sweep");
  }
  return Response.json({ received: true });
}

export function loader() {
  return new Response(null, { status: 405, headers: { allow: "POST" } });
}
