CREATE TABLE "book_audits" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"began_at" timestamp (3) with time zone NOT NULL,
	"took_ms" integer NOT NULL,
	"held" boolean NOT NULL,
	"figures" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"expected" jsonb NOT NULL,
	"found" jsonb NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by_user_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "card_disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"funding_id" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"stripe_status" text NOT NULL,
	"reason" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"withdrawn_minor" bigint DEFAULT 0 NOT NULL,
	"fee_minor" bigint DEFAULT 0 NOT NULL,
	"loss_minor" bigint DEFAULT 0 NOT NULL,
	"evidence_due_at" timestamp (3) with time zone,
	"evidence_sent_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clawbacks" (
	"id" text PRIMARY KEY NOT NULL,
	"collaboration_id" text NOT NULL,
	"creator_id" text NOT NULL,
	"reason" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"recovered_minor" bigint DEFAULT 0 NOT NULL,
	"returned_minor" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "clawbacks_collaboration_id_unique" UNIQUE("collaboration_id"),
	CONSTRAINT "clawbacks_never_over" CHECK ("clawbacks"."amount_minor" > 0 and "clawbacks"."returned_minor" >= 0 and "clawbacks"."returned_minor" <= "clawbacks"."recovered_minor"
        and "clawbacks"."recovered_minor" <= "clawbacks"."amount_minor")
);
--> statement-breakpoint
CREATE TABLE "stripe_call_slots" (
	"name" text PRIMARY KEY NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "fundings" DROP CONSTRAINT "fundings_never_over";--> statement-breakpoint
ALTER TABLE "collaborations" ADD COLUMN "kept_back_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "creators" ADD COLUMN "payout_failure" jsonb;--> statement-breakpoint
ALTER TABLE "money_movements" ADD COLUMN "clawback_id" text;--> statement-breakpoint
ALTER TABLE "fundings" ADD COLUMN "charged_back_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "fundings" ADD COLUMN "frozen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "fundings" ADD COLUMN "slots" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_closed_by_user_id_users_id_fk" FOREIGN KEY ("closed_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_disputes" ADD CONSTRAINT "card_disputes_funding_id_fundings_id_fk" FOREIGN KEY ("funding_id") REFERENCES "public"."fundings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clawbacks" ADD CONSTRAINT "clawbacks_collaboration_id_collaborations_id_fk" FOREIGN KEY ("collaboration_id") REFERENCES "public"."collaborations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clawbacks" ADD CONSTRAINT "clawbacks_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "book_audits_latest_idx" ON "book_audits" USING btree ("kind","began_at");--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_one_open_key" ON "incidents" USING btree ("kind","subject") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "incidents_created_idx" ON "incidents" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "card_disputes_funding_idx" ON "card_disputes" USING btree ("funding_id");--> statement-breakpoint
CREATE INDEX "card_disputes_open_idx" ON "card_disputes" USING btree ("created_at") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "clawbacks_open_idx" ON "clawbacks" USING btree ("creator_id","currency","created_at") WHERE recovered_minor < amount_minor;--> statement-breakpoint
CREATE INDEX "clawbacks_to_return_idx" ON "clawbacks" USING btree ("id") WHERE returned_minor < recovered_minor;--> statement-breakpoint
ALTER TABLE "collaborations" ADD CONSTRAINT "collaborations_kept_back_within" CHECK ("collaborations"."kept_back_minor" >= 0 and "collaborations"."kept_back_minor" < "collaborations"."fee_minor");--> statement-breakpoint
ALTER TABLE "fundings" ADD CONSTRAINT "fundings_never_over" CHECK ("fundings"."claimed_minor" >= 0 and "fundings"."refunded_minor" >= 0 and "fundings"."charged_back_minor" >= 0
        and "fundings"."claimed_minor" + "fundings"."refunded_minor" + "fundings"."charged_back_minor" <= "fundings"."amount_minor");