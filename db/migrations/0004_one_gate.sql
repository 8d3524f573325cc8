ALTER TABLE "collaborations" ADD COLUMN "share_minor" bigint;--> statement-breakpoint
ALTER TABLE "collaborations" ADD COLUMN "hold_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "collaborations" ADD COLUMN "paid_submission_id" text;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "froze_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "money_movements" ADD COLUMN "destination" text;--> statement-breakpoint
ALTER TABLE "money_movements" ADD COLUMN "before_gate" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "collaborations" ADD CONSTRAINT "collaborations_share_within" CHECK ("collaborations"."share_minor" is null or ("collaborations"."share_minor" >= 0 and "collaborations"."share_minor" < "collaborations"."fee_minor"));--> statement-breakpoint
ALTER TABLE "collaborations" ADD CONSTRAINT "collaborations_paid_submission_id_submissions_id_fk" FOREIGN KEY ("paid_submission_id") REFERENCES "submissions"("id");--> statement-breakpoint
-- Transfers from before the gate: nobody recorded what it would ask for. Those that wait go through it all the same.
UPDATE "money_movements" SET "before_gate" = true WHERE "kind" = 'transfer';--> statement-breakpoint
UPDATE "collaborations" SET "hold_until" = CASE WHEN "due_kind" = 'hold' THEN "due_at" ELSE coalesce("approved_at", "ended_at", now()) END
WHERE "approved_at" IS NOT NULL OR "state" IN ('split', 'completed');--> statement-breakpoint
UPDATE "collaborations" c SET "paid_submission_id" = (
  SELECT s."id" FROM "submissions" s WHERE s."collaboration_id" = c."id" AND s."verdict" = 'passed' ORDER BY s."round" DESC LIMIT 1)
WHERE c."approved_at" IS NOT NULL AND NOT (c."ended_at" IS NOT NULL AND EXISTS (
  SELECT 1 FROM "money_movements" m WHERE m."collaboration_id" = c."id" AND m."kind" = 'transfer' AND m."status" IN ('pending', 'blocked')));--> statement-breakpoint
UPDATE "disputes" SET "froze_at" = "created_at" WHERE "stripe_status" NOT LIKE 'warning_%' AND "stripe_status" <> 'prevented';
