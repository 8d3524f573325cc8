/** How a collaboration comes to be: one row, its first event, its first deadline. Used by applying and inviting. */

import { and, eq, isNull } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import { type ChannelId, type CreatorId, newId, type OfferId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { notFound, Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { collaboration_events, collaborations } from "@/db/schema/collaboration";
import { creator_channels } from "@/db/schema/creator";
import { offers } from "@/db/schema/offer";
import { type Actor, userIdOf } from "../actor";
import { isUsable } from "../creator/usable-channel";
import { emit } from "../outbox/emit";
import { effective } from "../standing/effective";
import { dueAt } from "./deadlines";
import type { Side } from "./lifecycle";
import type { Collaboration } from "./lock";

export type Beginning = {
  event: "apply" | "invite";
  offer_id: OfferId;
  creator_id: CreatorId;
  channel_id: ChannelId;
  pitch: string;
};

const FIRST_STEP = {
  apply: { state: "applied", due: "application", notify: ["brand"] },
  invite: { state: "invited", due: "invitation", notify: ["creator"] },
} as const satisfies Record<
  string,
  { state: Collaboration["state"]; due: "application" | "invitation"; notify: Side[] }
>;

/**
 * @throws Refusal 404 when the offer or the channel is not there for this creator · `offer_not_live` · `channel_not_wanted` ·
 * `channel_not_verified` · `brand_suspended` · `already_running` when the two already work on this offer
 */
export async function begin(tx: Tx, actor: Actor, input: Beginning): Promise<Collaboration> {
  const [offer] = await tx.select().from(offers).where(eq(offers.id, input.offer_id));
  if (!offer || offer.status === "unpaid") throw notFound("offer");
  if (offer.status !== "live") throw new Refusal("offer_not_live", { status: 409 });
  const [channel] = await tx
    .select()
    .from(creator_channels)
    .where(and(eq(creator_channels.id, input.channel_id), eq(creator_channels.creator_id, input.creator_id)));
  if (!channel) throw notFound("channel");
  if (!offer.channels.includes(channel.platform)) throw new Refusal("channel_not_wanted");
  if (!isUsable(channel)) throw new Refusal("channel_not_verified");
  const brand = one(
    await tx
      .select({
        time_zone: brands.time_zone,
        standing: brands.standing,
        suspended_until: brands.suspended_until,
      })
      .from(brands)
      .where(eq(brands.id, offer.brand_id)),
    "the brand",
  );
  if (effective(brand, now()).standing !== "good") throw new Refusal("brand_suspended", { status: 409 });

  const at = now();
  const { state, due, notify } = FIRST_STEP[input.event];
  const due_at = dueAt(due, {
    policy: offer.policy,
    now: at,
    time_zone: brand.time_zone,
    cross_border: false,
    hold_until: null,
    content_due_at: null,
    cancelled_at: null,
    paid_at: null,
  });
  const [row] = await tx
    .insert(collaborations)
    .values({
      id: newId("collab"),
      offer_id: offer.id,
      brand_id: offer.brand_id,
      creator_id: input.creator_id,
      channel_id: channel.id,
      platform: channel.platform,
      state,
      entered_at: at,
      due_at,
      due_kind: due,
      sample_mode: offer.sample_mode,
      currency: offer.currency,
      fee_minor: offer.fee_minor,
      platform_fee_minor: offer.platform_fee_minor,
      reimbursement_cap_minor: offer.reimbursement_cap_minor,
      policy: offer.policy,
      pitch: input.pitch,
    })
    .onConflictDoNothing({
      target: [collaborations.offer_id, collaborations.creator_id],
      where: isNull(collaborations.ended_at),
    })
    .returning();
  if (!row) throw new Refusal("already_running", { status: 409 });

  const [event] = await tx
    .insert(collaboration_events)
    .values({
      collaboration_id: row.id,
      event: input.event,
      from_state: null,
      to_state: state,
      actor_kind: actor.kind,
      actor_user_id: userIdOf(actor),
      data: { due_kind: due, due_at: due_at.toISOString() },
      at,
    })
    .returning({ id: collaboration_events.id });
  if (!event) throw new Error(`The first event of collaboration ${row.id} was not written`);
  await emit(tx, "collaboration/transitioned", {
    collaboration_id: row.id,
    event_id: event.id,
    event: input.event,
    from: null,
    to: state,
    due_was: null,
    due_kind: due,
    notify: [...notify],
    at: at.toISOString(),
  });
  await emit(tx, "collaboration/deadline.set", {
    collaboration_id: row.id,
    version: row.version,
    due_kind: due,
    due_at: due_at.toISOString(),
  });
  return row;
}
