/** Submissions (one URL with its evidence), what the machine found, and what the brand decided. */
import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { PLATFORMS } from "@/app/domain/creator/vocabulary";
import type { CheckResult, Evidence } from "@/app/domain/verification/check";
import {
  ABSENCES,
  DOUBTS,
  PRESENCES,
  REVIEW_DECISIONS,
  VERDICTS,
} from "@/app/domain/verification/vocabulary";
import { users } from "./account";
import { collaborations } from "./collaboration";
import { createdAt, foreignId, id, instant } from "./columns";

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(", ");

export const submissions = pgTable(
  "submissions",
  {
    id: id("submission"),
    collaboration_id: foreignId("collaboration_id", "collab")
      .notNull()
      .references(() => collaborations.id),
    /** 1 for the first URL handed in, counted up with every resubmission. */
    round: integer("round").notNull(),
    url: text("url").notNull(),
    platform: text("platform", { enum: PLATFORMS }).notNull(),
    /** Null until a short link has been resolved. */
    canonical_url: text("canonical_url"),
    post_id: text("post_id"),
    verdict: text("verdict", { enum: VERDICTS }),
    decided_at: instant("decided_at"),
    /** The operator who decided what the machine could not, if one did. */
    decided_by_user_id: foreignId("decided_by_user_id", "user").references(() => users.id),
    created_at: createdAt(),
  },
  (t) => [
    uniqueIndex("submissions_round_key").on(t.collaboration_id, t.round),
    index("submissions_post_idx").on(t.platform, t.post_id).where(sql`post_id is not null`),
  ],
);

/** What one look at a submitted post found, by a machine or by an operator: at the hand-in and while the paid post is watched. Append-only. */
export const post_observations = pgTable(
  "post_observations",
  {
    id: id("observation"),
    submission_id: foreignId("submission_id", "submission")
      .notNull()
      .references(() => submissions.id),
    presence: text("presence", { enum: PRESENCES }).notNull(),
    /** Why it is not live, or why nobody knows; null for a live post. */
    reason: text("reason", { enum: [...ABSENCES, ...DOUBTS] }),
    /** The operator whose word this is; null for the machine. */
    observed_by_user_id: foreignId("observed_by_user_id", "user").references(() => users.id),
    note: text("note").notNull().default(""),
    views: bigint("views", { mode: "number" }),
    likes: bigint("likes", { mode: "number" }),
    comments: bigint("comments", { mode: "number" }),
    evidence: jsonb("evidence").$type<Evidence[]>().notNull(),
    created_at: createdAt(),
  },
  (t) => [
    index("post_observations_submission_idx").on(t.submission_id, t.created_at),
    check(
      "post_observations_reason",
      sql`case ${t.presence}
        when 'live' then ${t.reason} is null
        when 'not_live' then ${t.reason} in (${sql.raw(quoted(ABSENCES))})
        when 'unknown' then ${t.reason} in (${sql.raw(quoted(DOUBTS))}) and ${t.observed_by_user_id} is null
        else false
      end`,
    ),
  ],
);

/** The checks of a submission, from one observation. Append-only: attempts are never overwritten. */
export const verifications = pgTable(
  "verifications",
  {
    id: id("verification"),
    submission_id: foreignId("submission_id", "submission")
      .notNull()
      .references(() => submissions.id),
    attempt: integer("attempt").notNull(),
    observation_id: foreignId("observation_id", "observation")
      .notNull()
      .references(() => post_observations.id),
    verdict: text("verdict", { enum: VERDICTS }).notNull(),
    checks: jsonb("checks").$type<CheckResult[]>().notNull(),
    created_at: createdAt(),
  },
  (t) => [uniqueIndex("verifications_attempt_key").on(t.submission_id, t.attempt)],
);

export const reviews = pgTable(
  "reviews",
  {
    id: id("review"),
    collaboration_id: foreignId("collaboration_id", "collab")
      .notNull()
      .references(() => collaborations.id),
    submission_id: foreignId("submission_id", "submission")
      .notNull()
      .references(() => submissions.id),
    decision: text("decision", { enum: REVIEW_DECISIONS }).notNull(),
    /** Which clause of the brief is not met; empty for an approval. */
    clause: text("clause").notNull().default(""),
    note: text("note").notNull().default(""),
    /** Null when silence approved. */
    reviewer_user_id: foreignId("reviewer_user_id", "user").references(() => users.id),
    created_at: createdAt(),
  },
  (t) => [index("reviews_collaboration_idx").on(t.collaboration_id)],
);
