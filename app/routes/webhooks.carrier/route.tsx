/** News of parcels from the carriers' service. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { readTrackerEvent, recordTracker } from "@/app/carriers/easypost";
import { log } from "@/app/lib/log";

export async function action({ request }: ActionFunctionArgs) {
  const { valid, tracker } = readTrackerEvent(await request.text(), request.headers.get("x-hmac-signature"));
  if (!valid) {
    log.warn({ reason: "signature" }, "a webhook in the carrier's name was refused");
    return Response.json({ error: "signature" }, { status: 400 });
  }
  const ours = tracker ? await recordTracker(tracker) : false;
  return Response.json({ received: true, ours });
}

export function loader() {
  return new Response(null, { status: 405, headers: { allow: "POST" } });
}
