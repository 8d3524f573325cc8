/** The record that counts: strikes with points that decay, and appeals against them. */
import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { APPEAL_STATUSES, STRIKE_KINDS, SUBJECT_KINDS } from "@/app/domain/standing/vocabulary";
import { users } from "./account";
import { collaborations } from "./collaboration";
import { createdAt, foreignId, id, instant } from "./columns";

export const strikes = pgTable(
  "strikes",
  {
    id: id("strike"),
    subject_kind: text("subject_kind", { enum: SUBJECT_KINDS }).notNull(),
    subject_id: foreignId("subject_id", "brand", "creator").notNull(),
    kind: text("kind", { enum: STRIKE_KINDS }).notNull(),
    points: integer("points").notNull(),
    collaboration_id: foreignId("collaboration_id", "collab").references(() => collaborations.id),
    /** What an operator saw, who recorded it; empty for what the lifecycle itself recorded. */
    reason: text("reason").notNull().default(""),
    recorded_by_user_id: foreignId("recorded_by_user_id", "user").references(() => users.id),
    at: instant("at").notNull(),
    decays_at: instant("decays_at").notNull(),
    /** Set when an appeal was granted: the strike stays on record but no longer counts. */
    lifted_at: instant("lifted_at"),
    created_at: createdAt(),
  },
  (t) => [
    index("strikes_subject_idx").on(t.subject_kind, t.subject_id, t.at),
    // One breach, one strike, however often the job that records it runs.
    uniqueIndex("strikes_once_key")
      .on(t.collaboration_id, t.subject_kind, t.kind)
      .where(sql`collaboration_id is not null`),
  ],
);

/** An appeal to the operator against a standing (suspension or blacklist) and the strikes behind it. */
export const strike_appeals = pgTable(
  "strike_appeals",
  {
    id: id("appeal"),
    subject_kind: text("subject_kind", { enum: SUBJECT_KINDS }).notNull(),
    subject_id: foreignId("subject_id", "brand", "creator").notNull(),
    statement: text("statement").notNull(),
    status: text("status", { enum: APPEAL_STATUSES }).notNull().default("open"),
    decision_reason: text("decision_reason"),
    decided_by_user_id: foreignId("decided_by_user_id", "user").references(() => users.id),
    decided_at: instant("decided_at"),
    created_at: createdAt(),
  },
  (t) => [
    uniqueIndex("strike_appeals_one_open_key").on(t.subject_kind, t.subject_id).where(sql`status = 'open'`),
  ],
);
