/** From the bytes of a webhook to an event that can be stored: signed by Stripe, not long ago, and an event at all. */
import type Stripe from "stripe";
import { z } from "zod";
import { env } from "@/app/lib/env";
import { storable } from "@/app/lib/storable";
import { stripe } from "./client";

export type RefusedFor = "signature" | "not_an_event";
export type Reading = { event: Stripe.Event } | { refused: RefusedFor };

/** Stripe's ids, types and versions are plain words; PostgreSQL indexes the first two. */
const word = z.string().regex(/^[\x21-\x7e]{1,255}$/);
const ENVELOPE = z.looseObject({
  id: word,
  type: word,
  account: word.nullish(),
  api_version: word.nullish(),
});

const refused: Record<RefusedFor, number> = { signature: 0, not_an_event: 0 };

/** How many webhooks this process has refused since it started. */
export function refusedWebhooks(): Readonly<Record<RefusedFor, number>> {
  return { ...refused };
}

/** Counts what it refuses: a signature that is wrong or older than five minutes, a signed body that is no event. */
export function readEvent(body: string, signature: string | null): Reading {
  let signed: unknown;
  try {
    signed = stripe().webhooks.constructEvent(body, signature ?? "", env.STRIPE_WEBHOOK_SECRET);
  } catch {
    return refuse("signature");
  }
  const { data } = ENVELOPE.safeParse(signed);
  return data ? { event: storable(data) as unknown as Stripe.Event } : refuse("not_an_event");
}

function refuse(reason: RefusedFor): Reading {
  refused[reason]++;
  return { refused: reason };
}
