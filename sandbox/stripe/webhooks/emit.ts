/** Records that something happened. Webhook delivery sends it; `GET /v1/events` lists it. */
import type Stripe from "stripe";
import { PLATFORM, type Scope } from "../keep/table";
import type { World } from "../world";
import type { KeptEvent } from "./kept-event";

type EventType = Stripe.Event["type"];
type Happening = { scope?: Scope; previous?: Record<string, unknown> };

/**
 * Emits `type` about `object` as it is now. `scope` is the connected account it happened on (Connect events carry it as
 * `account`); `previous` are the old values of what changed.
 */
export function emit(
  world: World,
  type: EventType,
  object: { id?: string; object: string },
  happening: Happening = {},
): void {
  const { scope = PLATFORM, previous } = happening;
  const { subscribed } = world.settings;
  const event: KeptEvent = {
    id: world.newId("evt"),
    created: world.now_s(),
    type,
    account: scope === PLATFORM ? undefined : scope,
    data: JSON.stringify(previous ? { object, previous_attributes: previous } : { object }),
    about: object.id,
    request: world.cause ? { ...world.cause } : { id: null, idempotency_key: null },
    delivery: subscribed === "all" || subscribed.has(type) ? "pending" : "none",
    attempts: [],
    next_attempt_ms: undefined,
  };
  forgetOld(world);
  world.tables.events.insert(scope, event);
  for (const notify of world.onEvent) notify(event);
}

/** How far back events reach. */
export const KEPT_S = 30 * 86_400;

/** Once a day of the clock, drops what no list shows any more. */
function forgetOld(world: World): void {
  const today = Math.floor(world.now_s() / 86_400);
  if (world.events_pruned_on === today) return;
  world.events_pruned_on = today;
  const oldest_s = world.now_s() - KEPT_S;
  world.tables.events.forgetOldest((event) => event.created < oldest_s);
}

/** The event as Stripe shows it. */
export function eventObject(event: KeptEvent): Stripe.EventBase {
  return {
    id: event.id,
    object: "event",
    ...(event.account ? { account: event.account } : {}),
    api_version: API_VERSION,
    created: event.created,
    data: JSON.parse(event.data),
    livemode: false,
    pending_webhooks: event.delivery === "pending" ? 1 : 0,
    request: event.request,
    type: event.type as EventType,
  };
}

/** The version the SDK was generated from; a test compares it with the SDK's. */
export const API_VERSION = "2026-10-28.endive";
