/** A collaboration: one slot's life from application to the end, with everything that happened to it. */
import { sql } from "drizzle-orm";
import {
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { COLLABORATION_STATES, type DueKind } from "@/app/domain/collaboration/vocabulary";
import { PLATFORMS } from "@/app/domain/creator/vocabulary";
import type { Agreement } from "@/app/domain/offer/terms";
import { SAMPLE_MODES } from "@/app/domain/offer/vocabulary";
import type { Policy } from "@/app/domain/policy/policy";
import { HOLD_REASONS } from "@/app/domain/risk/vocabulary";
import { brands } from "./brand";
import { createdAt, foreignId, id, instant, minor } from "./columns";
import { creator_channels, creators } from "./creator";
import { offer_payments, offers } from "./offer";

export const collaborations = pgTable(
  "collaborations",
  {
    id: id("collab"),
    offer_id: foreignId("offer_id", "offer")
      .notNull()
      .references(() => offers.id),
    brand_id: foreignId("brand_id", "brand")
      .notNull()
      .references(() => brands.id),
    creator_id: foreignId("creator_id", "creator")
      .notNull()
      .references(() => creators.id),
    channel_id: foreignId("channel_id", "channel").references(() => creator_channels.id),
    platform: text("platform", { enum: PLATFORMS }).notNull(),
    state: text("state", { enum: COLLABORATION_STATES }).notNull(),
    /** Counts every move; a sleeping job carries the version it was set for and does nothing when the row has moved on. */
    version: integer("version").notNull().default(1),
    entered_at: instant("entered_at").notNull(),
    /** When the present step ends by itself, and what kind of deadline that is. */
    due_at: instant("due_at"),
    due_kind: text("due_kind").$type<DueKind>(),
    sample_mode: text("sample_mode", { enum: SAMPLE_MODES }).notNull(),
    currency: text("currency").notNull(),
    fee_minor: minor("fee_minor").notNull(),
    platform_fee_minor: minor("platform_fee_minor").notNull(),
    reimbursement_cap_minor: minor("reimbursement_cap_minor").notNull().default(0),
    /** What the creator really paid for the sample, never above the cap. */
    reimbursement_minor: minor("reimbursement_minor").notNull().default(0),
    /** What an operator gave of the fee; null where the whole of it is paid, or nothing. */
    share_minor: minor("share_minor"),
    /** What of the fee is paid only when the post has stayed up; fixed when the rest is released. */
    holdback_minor: minor("holdback_minor").notNull().default(0),
    policy: jsonb("policy").$type<Policy>().notNull(),
    /** The paid charge behind the held amount; set when the money is held. */
    payment_id: foreignId("payment_id", "payment").references(() => offer_payments.id),
    pitch: text("pitch").notNull().default(""),
    shortlisted: boolean("shortlisted").notNull().default(false),
    slot_extended: boolean("slot_extended").notNull().default(false),
    content_extended: boolean("content_extended").notNull().default(false),
    revisions_used: integer("revisions_used").notNull().default(0),
    order_number: text("order_number").notNull().default(""),
    issued_code: text("issued_code").notNull().default(""),
    agreed_at: instant("agreed_at"),
    delivered_at: instant("delivered_at"),
    /** When the post was due at the latest, kept to know how late a submission came. */
    content_due_at: instant("content_due_at"),
    /** When the brand cancelled while a post might have been published: only what was published before counts. */
    cancelled_at: instant("cancelled_at"),
    approved_at: instant("approved_at"),
    /** Which of the operator's rules lets the pay rest after the approval; null where none does. */
    hold_reason: text("hold_reason", { enum: HOLD_REASONS }),
    /** Nothing of the pay leaves before; fixed when the pay is decided. */
    hold_until: instant("hold_until"),
    /** The post that is paid for, fixed when the pay is decided: what is looked at before money leaves and while it is watched. */
    paid_submission_id: foreignId("paid_submission_id", "submission"),
    paid_at: instant("paid_at"),
    ended_at: instant("ended_at"),
    /** Verification could not decide in time: an operator must. */
    needs_operator: boolean("needs_operator").notNull().default(false),
    created_at: createdAt(),
  },
  (t) => [
    check(
      "collaborations_reimbursement_within",
      sql`${t.reimbursement_minor} >= 0 and ${t.reimbursement_minor} <= ${t.reimbursement_cap_minor}`,
    ),
    check(
      "collaborations_share_within",
      sql`${t.share_minor} is null or (${t.share_minor} >= 0 and ${t.share_minor} < ${t.fee_minor})`,
    ),
    check(
      "collaborations_holdback_within",
      sql`${t.holdback_minor} >= 0 and ${t.holdback_minor} < ${t.fee_minor}`,
    ),
    // A creator has one running collaboration an offer; an ended one does not stop a second try.
    uniqueIndex("collaborations_one_running_key").on(t.offer_id, t.creator_id).where(sql`ended_at is null`),
    index("collaborations_due_idx").on(t.due_at).where(sql`due_at is not null`),
    index("collaborations_offer_idx").on(t.offer_id, t.state),
    index("collaborations_creator_idx").on(t.creator_id, t.created_at.desc(), t.id.desc()),
    index("collaborations_brand_idx").on(t.brand_id, t.created_at.desc(), t.id.desc()),
    index("collaborations_state_idx").on(t.state, t.entered_at),
    index("collaborations_operator_idx").on(t.entered_at).where(sql`needs_operator`),
  ],
);

/** What both sides accepted, word for word, frozen. */
export const agreements = pgTable("agreements", {
  id: id("agreement"),
  collaboration_id: foreignId("collaboration_id", "collab")
    .notNull()
    .unique()
    .references(() => collaborations.id),
  terms: jsonb("terms").$type<Agreement>().notNull(),
  sha256: text("sha256").notNull(),
  /** The id of the member who offered the slot; empty when no event says who did. */
  brand_accepted_by: text("brand_accepted_by").notNull(),
  brand_accepted_at: instant("brand_accepted_at").notNull(),
  creator_accepted_at: instant("creator_accepted_at").notNull(),
});

/** Append-only: every move of a collaboration. The timeline a person sees is read from here. */
export const collaboration_events = pgTable(
  "collaboration_events",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    collaboration_id: foreignId("collaboration_id", "collab")
      .notNull()
      .references(() => collaborations.id),
    event: text("event").notNull(),
    from_state: text("from_state"),
    to_state: text("to_state").notNull(),
    actor_kind: text("actor_kind").notNull(),
    actor_user_id: foreignId("actor_user_id", "user"),
    data: jsonb("data").$type<Record<string, unknown>>().notNull().default({}),
    at: instant("at").notNull(),
  },
  (t) => [index("collaboration_events_collaboration_idx").on(t.collaboration_id, t.id)],
);

export const parcels = pgTable(
  "parcels",
  {
    id: id("parcel"),
    collaboration_id: foreignId("collaboration_id", "collab")
      .notNull()
      .references(() => collaborations.id),
    carrier: text("carrier").notNull(),
    tracking_code: text("tracking_code").notNull(),
    status: text("status").notNull().default("pre_transit"),
    tracker_id: text("tracker_id"),
    /** What the carrier told us, oldest first. */
    history: jsonb("history")
      .$type<Array<{ status: string; at: string; message?: string; place?: string }>>()
      .notNull()
      .default([]),
    delivered_at: instant("delivered_at"),
    created_at: createdAt(),
  },
  (t) => [
    uniqueIndex("parcels_tracking_key").on(t.carrier, t.tracking_code),
    index("parcels_collaboration_idx").on(t.collaboration_id),
  ],
);
