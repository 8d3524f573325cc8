/** Submissions (one URL with its evidence), what the machine found, and what the brand decided. */
import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { PLATFORMS } from "@/app/domain/creator/vocabulary";
import type { CheckResult } from "@/app/domain/verification/check";
import { REVIEW_DECISIONS, VERDICTS } from "@/app/domain/verification/vocabulary";
import { users } from "./account";
import { collaborations } from "./collaboration";
import { createdAt, foreignId, id, instant } from "./columns";

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

/** One look at a submission. Append-only: attempts are never overwritten. */
export const verifications = pgTable(
  "verifications",
  {
    id: id("verification"),
    submission_id: foreignId("submission_id", "submission")
      .notNull()
      .references(() => submissions.id),
    attempt: integer("attempt").notNull(),
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
