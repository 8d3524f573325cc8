/** Events: what happened in the last thirty days, and whether the app was told. A connected account has its own list. */
import type Stripe from "stripe";
import { eventObject, KEPT_S } from "../webhooks/emit";
import type { KeptEvent } from "../webhooks/kept-event";
import { type Call, endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { boolean, listOf, page, range, text } from "../wire/params";
import { invalid } from "../wire/refusal";

function listEvents({ world, scope }: Call, params: Stripe.EventListParams): object {
  const { type, types = type ? [type] : undefined, delivery_success } = params;
  if (type && params.types) throw invalid("You may only specify one of these parameters: type, types.");
  const oldest_s = world.now_s() - KEPT_S;
  const [first, ...others] = types ?? [];
  const only = others.length === 0 && !first?.endsWith("*") ? first : undefined;
  const list = listPage<KeptEvent>(
    {
      table: world.tables.events,
      scope,
      by: delivery_success === false ? ["undelivered", "yes"] : only ? ["type", only] : undefined,
      where: (event) =>
        event.created >= oldest_s &&
        (!types || types.some((pattern) => isOfType(event.type, pattern))) &&
        (delivery_success !== true || event.delivery === "delivered"),
      url: "/v1/events",
      thing: "event",
    },
    params,
  );
  return { ...list, data: list.data.map(eventObject) };
}

/** `charge.*` stands for every type of charge event. */
function isOfType(type: string, pattern: string): boolean {
  return pattern.endsWith("*") ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}

export const eventEndpoints = [
  endpoint<Stripe.EventListParams>(
    "GET",
    "/v1/events",
    { ...page, created: range, delivery_success: boolean, type: text, types: listOf(text) },
    listEvents,
  ),
];
