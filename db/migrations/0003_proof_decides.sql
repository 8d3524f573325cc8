ALTER TABLE "collaborations" ADD COLUMN "cancelled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "collaborations" ADD COLUMN "hold_reason" text;--> statement-breakpoint
-- What waited for an operator without a date has one from here on, and a job that wakes for it.
WITH waiting AS (
  UPDATE "collaborations" SET "due_kind" = 'operator_decision', "needs_operator" = true,
    "due_at" = greatest(now(), "entered_at") + interval '7 days'
  WHERE "ended_at" IS NULL AND "due_at" IS NULL AND "state" IN ('verifying', 'in_review', 'appealed')
  RETURNING "id", "version", "due_kind", "due_at"
)
INSERT INTO "outbox" ("name", "data")
SELECT 'collaboration/deadline.set', jsonb_build_object('collaboration_id', id, 'version', version, 'due_kind', due_kind,
  'due_at', to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
FROM waiting;
