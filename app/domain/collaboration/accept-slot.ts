/** The creator accepts: the agreement is frozen word for word, a slot is taken and the money is held, all or nothing. */

import { createHash } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import { type CollaborationId, type CreatorId, newId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { Refusal } from "@/app/lib/refusal";
import type { Queryable, Tx } from "@/db/client";
import { agreements, collaboration_events } from "@/db/schema/collaboration";
import { creator_addresses, creator_channels } from "@/db/schema/creator";
import { offers } from "@/db/schema/offer";
import type { CreatorActor } from "../actor";
import type { Agreement } from "../offer/terms";
import type { Collaboration } from "./lock";
import { transition } from "./transition";

/**
 * @throws Refusal `address_missing` when a sample would be shipped nowhere · `slots_taken`, `offer_closed`, `budget_spent`,
 * `blacklisted`, `suspended`, `stale_state`
 */
export async function acceptSlot(
  tx: Tx,
  actor: CreatorActor,
  input: { collaboration_id: CollaborationId; expected_version?: number },
): Promise<Collaboration> {
  const row = await transition(tx, actor, { ...input, event: "accept_slot", set: { agreed_at: now() } });
  if (row.sample_mode === "shipped") await requireAddress(tx, row.creator_id);
  const terms = await termsOf(tx, row);
  await tx.insert(agreements).values({
    id: newId("agreement"),
    collaboration_id: row.id,
    terms,
    sha256: createHash("sha256").update(JSON.stringify(terms)).digest("hex"),
    ...(await brandAcceptance(tx, row.id)),
    creator_accepted_at: now(),
  });
  return row;
}

async function requireAddress(tx: Queryable, creator_id: CreatorId): Promise<void> {
  const [address] = await tx
    .select({ creator_id: creator_addresses.creator_id })
    .from(creator_addresses)
    .where(eq(creator_addresses.creator_id, creator_id));
  if (!address) throw new Refusal("address_missing");
}

/** The terms as they stand in the offer and, for money and policy, as the collaboration carried them since it began. */
async function termsOf(tx: Queryable, row: Collaboration): Promise<Agreement> {
  const offer = one(await tx.select().from(offers).where(eq(offers.id, row.offer_id)), "the offer");
  const channel = one(
    await tx
      .select()
      .from(creator_channels)
      .where(eq(creator_channels.id, required(row.channel_id, `the channel of ${row.id}`))),
    "the channel",
  );
  return {
    offer_id: row.offer_id,
    title: offer.title,
    product: {
      title: offer.product_title,
      url: offer.product_url,
      asin: offer.asin,
      marketplace_country: offer.marketplace_country,
      retail_value_minor: offer.retail_value_minor,
    },
    platform: row.platform,
    channel: {
      id: channel.id,
      handle: channel.handle,
      url: channel.url,
      ...(channel.external_id ? { external_id: channel.external_id } : {}),
    },
    currency: row.currency,
    fee_minor: row.fee_minor,
    reimbursement_cap_minor: row.reimbursement_cap_minor,
    sample_mode: row.sample_mode,
    brief: offer.brief,
    licence: offer.licence,
    policy: row.policy,
  };
}

/** The brand accepted these terms when it offered the slot, or when it sent the invitation. */
async function brandAcceptance(tx: Queryable, collaboration_id: CollaborationId) {
  const [offered] = await tx
    .select({ user_id: collaboration_events.actor_user_id, at: collaboration_events.at })
    .from(collaboration_events)
    .where(
      and(
        eq(collaboration_events.collaboration_id, collaboration_id),
        eq(collaboration_events.actor_kind, "brand"),
      ),
    )
    .orderBy(desc(collaboration_events.id))
    .limit(1);
  return { brand_accepted_by: offered?.user_id ?? "", brand_accepted_at: offered?.at ?? now() };
}
