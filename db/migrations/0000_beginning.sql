CREATE TABLE "email_tokens" (
	"token_sha256" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"client_address" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_normalized" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"email_verified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assets" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_user_id" text,
	"content_type" text NOT NULL,
	"sha256" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "brand_blocks" (
	"brand_id" text NOT NULL,
	"creator_id" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "brand_blocks_brand_id_creator_id_pk" PRIMARY KEY("brand_id","creator_id")
);
--> statement-breakpoint
CREATE TABLE "brand_members" (
	"brand_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "brand_members_brand_id_user_id_pk" PRIMARY KEY("brand_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "brands" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"country" text NOT NULL,
	"time_zone" text NOT NULL,
	"logo_asset_id" text,
	"verified_at" timestamp (3) with time zone,
	"stripe_customer_id" text,
	"standing" text DEFAULT 'good' NOT NULL,
	"suspended_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "brands_stripe_customer_id_unique" UNIQUE("stripe_customer_id")
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"collaboration_id" text NOT NULL,
	"terms" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"brand_accepted_by" text NOT NULL,
	"brand_accepted_at" timestamp (3) with time zone NOT NULL,
	"creator_accepted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agreements_collaboration_id_unique" UNIQUE("collaboration_id")
);
--> statement-breakpoint
CREATE TABLE "collaboration_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"collaboration_id" text NOT NULL,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_user_id" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "collaborations" (
	"id" text PRIMARY KEY NOT NULL,
	"offer_id" text NOT NULL,
	"brand_id" text NOT NULL,
	"creator_id" text NOT NULL,
	"channel_id" text,
	"platform" text NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"due_kind" text,
	"sample_mode" text NOT NULL,
	"currency" text NOT NULL,
	"fee_minor" bigint NOT NULL,
	"platform_fee_minor" bigint NOT NULL,
	"reimbursement_cap_minor" bigint DEFAULT 0 NOT NULL,
	"reimbursement_minor" bigint DEFAULT 0 NOT NULL,
	"policy" jsonb NOT NULL,
	"funding_id" text,
	"pitch" text DEFAULT '' NOT NULL,
	"shortlisted" boolean DEFAULT false NOT NULL,
	"offer_extended" boolean DEFAULT false NOT NULL,
	"content_extended" boolean DEFAULT false NOT NULL,
	"revisions_used" integer DEFAULT 0 NOT NULL,
	"order_number" text DEFAULT '' NOT NULL,
	"issued_code" text DEFAULT '' NOT NULL,
	"agreed_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"content_due_at" timestamp (3) with time zone,
	"approved_at" timestamp (3) with time zone,
	"paid_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"needs_operator" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "collaborations_reimbursement_within" CHECK ("collaborations"."reimbursement_minor" >= 0 and "collaborations"."reimbursement_minor" <= "collaborations"."reimbursement_cap_minor")
);
--> statement-breakpoint
CREATE TABLE "parcels" (
	"id" text PRIMARY KEY NOT NULL,
	"collaboration_id" text NOT NULL,
	"carrier" text NOT NULL,
	"tracking_code" text NOT NULL,
	"status" text DEFAULT 'pre_transit' NOT NULL,
	"tracker_id" text,
	"history" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "creator_addresses" (
	"creator_id" text PRIMARY KEY NOT NULL,
	"full_name" text NOT NULL,
	"line1" text NOT NULL,
	"line2" text DEFAULT '' NOT NULL,
	"city" text NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"postal_code" text NOT NULL,
	"country" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "creator_channels" (
	"id" text PRIMARY KEY NOT NULL,
	"creator_id" text NOT NULL,
	"platform" text NOT NULL,
	"handle" text NOT NULL,
	"external_id" text,
	"url" text NOT NULL,
	"followers" integer DEFAULT 0 NOT NULL,
	"engagement_bps" integer DEFAULT 0 NOT NULL,
	"proof_code" text NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "creators" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"handle" text NOT NULL,
	"display_name" text NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"country" text NOT NULL,
	"categories" text[] DEFAULT '{}' NOT NULL,
	"avatar_asset_id" text,
	"standing" text DEFAULT 'good' NOT NULL,
	"suspended_until" timestamp (3) with time zone,
	"stripe_account_id" text,
	"transfers_active" boolean DEFAULT false NOT NULL,
	"payouts_enabled" boolean DEFAULT false NOT NULL,
	"details_submitted" boolean DEFAULT false NOT NULL,
	"account_requirements" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "creators_user_id_unique" UNIQUE("user_id"),
	CONSTRAINT "creators_handle_unique" UNIQUE("handle"),
	CONSTRAINT "creators_stripe_account_id_unique" UNIQUE("stripe_account_id")
);
--> statement-breakpoint
CREATE TABLE "ledger_accounts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"currency" text NOT NULL,
	"kind" text NOT NULL,
	"balance_minor" bigint DEFAULT 0 NOT NULL,
	"non_negative" boolean NOT NULL,
	CONSTRAINT "ledger_accounts_never_below_zero" CHECK (not "ledger_accounts"."non_negative" or "ledger_accounts"."balance_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"transaction_id" text NOT NULL,
	"account_id" integer NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "ledger_entries_not_zero" CHECK ("ledger_entries"."amount_minor" <> 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_transactions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"collaboration_id" text,
	"funding_id" text,
	"movement_id" text,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ledger_transactions_idempotency_key_unique" UNIQUE("idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "money_movements" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'intended' NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"idempotency_key" text NOT NULL,
	"funding_id" text NOT NULL,
	"collaboration_id" text,
	"creator_id" text,
	"stripe_id" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"key_generation" integer DEFAULT 1 NOT NULL,
	"key_sent_at" timestamp (3) with time zone,
	"reason" text,
	"detail" jsonb,
	"settled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "money_movements_idempotency_key_unique" UNIQUE("idempotency_key"),
	CONSTRAINT "money_movements_stripe_id_unique" UNIQUE("stripe_id"),
	CONSTRAINT "money_movements_positive" CHECK ("money_movements"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "stripe_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"api_version" text,
	"account" text,
	"payload" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"processed_at" timestamp (3) with time zone,
	"outcome" text,
	"error" text,
	"attempts" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fundings" (
	"id" text PRIMARY KEY NOT NULL,
	"offer_id" text NOT NULL,
	"brand_id" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"claimed_minor" bigint DEFAULT 0 NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"stripe_fee_minor" bigint DEFAULT 0 NOT NULL,
	"checkout_session_id" text,
	"checkout_url" text,
	"payment_intent_id" text,
	"charge_id" text,
	"failure" text,
	"paid_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "fundings_checkout_session_id_unique" UNIQUE("checkout_session_id"),
	CONSTRAINT "fundings_payment_intent_id_unique" UNIQUE("payment_intent_id"),
	CONSTRAINT "fundings_charge_id_unique" UNIQUE("charge_id"),
	CONSTRAINT "fundings_never_over" CHECK ("fundings"."claimed_minor" >= 0 and "fundings"."refunded_minor" >= 0 and "fundings"."claimed_minor" + "fundings"."refunded_minor" <= "fundings"."amount_minor")
);
--> statement-breakpoint
CREATE TABLE "offer_photos" (
	"offer_id" text NOT NULL,
	"asset_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "offer_photos_offer_id_asset_id_pk" PRIMARY KEY("offer_id","asset_id")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" text PRIMARY KEY NOT NULL,
	"brand_id" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"category" text NOT NULL,
	"product_title" text NOT NULL,
	"product_url" text DEFAULT '' NOT NULL,
	"asin" text DEFAULT '' NOT NULL,
	"marketplace_country" text NOT NULL,
	"retail_value_minor" bigint DEFAULT 0 NOT NULL,
	"currency" text NOT NULL,
	"fee_minor" bigint NOT NULL,
	"platform_fee_minor" bigint NOT NULL,
	"reimbursement_cap_minor" bigint DEFAULT 0 NOT NULL,
	"slots" integer NOT NULL,
	"slots_taken" integer DEFAULT 0 NOT NULL,
	"channels" text[] NOT NULL,
	"brief" jsonb NOT NULL,
	"eligibility" jsonb NOT NULL,
	"sample_mode" text NOT NULL,
	"sample_code" text DEFAULT '' NOT NULL,
	"licence" jsonb NOT NULL,
	"policy" jsonb NOT NULL,
	"closes_at" timestamp (3) with time zone,
	"funded_at" timestamp (3) with time zone,
	"live_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "offers_slots_within" CHECK ("offers"."slots_taken" >= 0 and "offers"."slots_taken" <= "offers"."slots" and "offers"."slots" > 0),
	CONSTRAINT "offers_amounts" CHECK ("offers"."fee_minor" > 0 and "offers"."platform_fee_minor" >= 0 and "offers"."reimbursement_cap_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sent_emails" (
	"key" text PRIMARY KEY NOT NULL,
	"template" text NOT NULL,
	"user_id" text NOT NULL,
	"to" text NOT NULL,
	"locale" text NOT NULL,
	"collaboration_id" text,
	"message_id" text,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standing_appeals" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"statement" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"decision_reason" text,
	"decided_by_user_id" text,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "strikes" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"kind" text NOT NULL,
	"points" integer NOT NULL,
	"collaboration_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"decays_at" timestamp (3) with time zone NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"collaboration_id" text NOT NULL,
	"submission_id" text NOT NULL,
	"decision" text NOT NULL,
	"clause" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"reviewer_user_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" text PRIMARY KEY NOT NULL,
	"collaboration_id" text NOT NULL,
	"round" integer NOT NULL,
	"url" text NOT NULL,
	"platform" text NOT NULL,
	"canonical_url" text,
	"post_id" text,
	"verdict" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by_user_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"submission_id" text NOT NULL,
	"attempt" integer NOT NULL,
	"verdict" text NOT NULL,
	"checks" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "email_tokens" ADD CONSTRAINT "email_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_owner_user_id_users_id_fk" FOREIGN KEY ("owner_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brand_blocks" ADD CONSTRAINT "brand_blocks_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brand_blocks" ADD CONSTRAINT "brand_blocks_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brand_members" ADD CONSTRAINT "brand_members_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brand_members" ADD CONSTRAINT "brand_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brands" ADD CONSTRAINT "brands_logo_asset_id_assets_id_fk" FOREIGN KEY ("logo_asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_collaboration_id_collaborations_id_fk" FOREIGN KEY ("collaboration_id") REFERENCES "public"."collaborations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collaboration_events" ADD CONSTRAINT "collaboration_events_collaboration_id_collaborations_id_fk" FOREIGN KEY ("collaboration_id") REFERENCES "public"."collaborations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collaborations" ADD CONSTRAINT "collaborations_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collaborations" ADD CONSTRAINT "collaborations_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collaborations" ADD CONSTRAINT "collaborations_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collaborations" ADD CONSTRAINT "collaborations_channel_id_creator_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."creator_channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collaborations" ADD CONSTRAINT "collaborations_funding_id_fundings_id_fk" FOREIGN KEY ("funding_id") REFERENCES "public"."fundings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_collaboration_id_collaborations_id_fk" FOREIGN KEY ("collaboration_id") REFERENCES "public"."collaborations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "creator_addresses" ADD CONSTRAINT "creator_addresses_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "creator_channels" ADD CONSTRAINT "creator_channels_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "creators" ADD CONSTRAINT "creators_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "creators" ADD CONSTRAINT "creators_avatar_asset_id_assets_id_fk" FOREIGN KEY ("avatar_asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_account_id_ledger_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."ledger_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_collaboration_id_collaborations_id_fk" FOREIGN KEY ("collaboration_id") REFERENCES "public"."collaborations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_funding_id_fundings_id_fk" FOREIGN KEY ("funding_id") REFERENCES "public"."fundings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_funding_id_fundings_id_fk" FOREIGN KEY ("funding_id") REFERENCES "public"."fundings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_collaboration_id_collaborations_id_fk" FOREIGN KEY ("collaboration_id") REFERENCES "public"."collaborations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fundings" ADD CONSTRAINT "fundings_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fundings" ADD CONSTRAINT "fundings_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_photos" ADD CONSTRAINT "offer_photos_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_photos" ADD CONSTRAINT "offer_photos_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_appeals" ADD CONSTRAINT "standing_appeals_decided_by_user_id_users_id_fk" FOREIGN KEY ("decided_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strikes" ADD CONSTRAINT "strikes_collaboration_id_collaborations_id_fk" FOREIGN KEY ("collaboration_id") REFERENCES "public"."collaborations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_collaboration_id_collaborations_id_fk" FOREIGN KEY ("collaboration_id") REFERENCES "public"."collaborations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewer_user_id_users_id_fk" FOREIGN KEY ("reviewer_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_collaboration_id_collaborations_id_fk" FOREIGN KEY ("collaboration_id") REFERENCES "public"."collaborations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_decided_by_user_id_users_id_fk" FOREIGN KEY ("decided_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "email_tokens_user_idx" ON "email_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "users_email_normalized_idx" ON "users" USING btree ("email_normalized");--> statement-breakpoint
CREATE INDEX "brand_blocks_creator_idx" ON "brand_blocks" USING btree ("creator_id");--> statement-breakpoint
CREATE UNIQUE INDEX "brand_members_user_key" ON "brand_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "collaboration_events_collaboration_idx" ON "collaboration_events" USING btree ("collaboration_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "collaborations_one_running_key" ON "collaborations" USING btree ("offer_id","creator_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "collaborations_due_idx" ON "collaborations" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "collaborations_offer_idx" ON "collaborations" USING btree ("offer_id","state");--> statement-breakpoint
CREATE INDEX "collaborations_creator_idx" ON "collaborations" USING btree ("creator_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "collaborations_brand_idx" ON "collaborations" USING btree ("brand_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "collaborations_state_idx" ON "collaborations" USING btree ("state","entered_at");--> statement-breakpoint
CREATE INDEX "collaborations_operator_idx" ON "collaborations" USING btree ("entered_at") WHERE needs_operator;--> statement-breakpoint
CREATE UNIQUE INDEX "parcels_tracking_key" ON "parcels" USING btree ("carrier","tracking_code");--> statement-breakpoint
CREATE INDEX "parcels_collaboration_idx" ON "parcels" USING btree ("collaboration_id");--> statement-breakpoint
CREATE UNIQUE INDEX "creator_channels_creator_platform_handle_key" ON "creator_channels" USING btree ("creator_id","platform","handle");--> statement-breakpoint
CREATE UNIQUE INDEX "creator_channels_proven_key" ON "creator_channels" USING btree ("platform",lower("handle")) WHERE verified_at is not null;--> statement-breakpoint
CREATE INDEX "creators_standing_idx" ON "creators" USING btree ("standing");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_accounts_code_currency_key" ON "ledger_accounts" USING btree ("code","currency");--> statement-breakpoint
CREATE INDEX "ledger_entries_transaction_idx" ON "ledger_entries" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_account_idx" ON "ledger_entries" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_collaboration_idx" ON "ledger_transactions" USING btree ("collaboration_id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_funding_idx" ON "ledger_transactions" USING btree ("funding_id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_created_idx" ON "ledger_transactions" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "money_movements_open_idx" ON "money_movements" USING btree ("created_at") WHERE status in ('intended', 'blocked');--> statement-breakpoint
CREATE INDEX "money_movements_funding_idx" ON "money_movements" USING btree ("funding_id");--> statement-breakpoint
CREATE INDEX "money_movements_collaboration_idx" ON "money_movements" USING btree ("collaboration_id");--> statement-breakpoint
CREATE INDEX "money_movements_creator_idx" ON "money_movements" USING btree ("creator_id");--> statement-breakpoint
CREATE INDEX "stripe_events_open_idx" ON "stripe_events" USING btree ("received_at") WHERE processed_at is null;--> statement-breakpoint
CREATE INDEX "fundings_offer_idx" ON "fundings" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "fundings_pending_idx" ON "fundings" USING btree ("created_at") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "offers_brand_idx" ON "offers" USING btree ("brand_id","created_at");--> statement-breakpoint
CREATE INDEX "offers_live_idx" ON "offers" USING btree ("live_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE status = 'live';--> statement-breakpoint
CREATE INDEX "offers_live_fee_idx" ON "offers" USING btree ("fee_minor" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE status = 'live';--> statement-breakpoint
CREATE INDEX "offers_channels_idx" ON "offers" USING gin ("channels");--> statement-breakpoint
CREATE INDEX "offers_text_idx" ON "offers" USING gin (to_tsvector('simple', "title" || ' ' || "product_title"));--> statement-breakpoint
CREATE INDEX "outbox_unsent_idx" ON "outbox" USING btree ("id") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "sent_emails_user_idx" ON "sent_emails" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sent_emails_collaboration_idx" ON "sent_emails" USING btree ("collaboration_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sent_emails_message_key" ON "sent_emails" USING btree ("message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "standing_appeals_one_open_key" ON "standing_appeals" USING btree ("subject_kind","subject_id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "strikes_subject_idx" ON "strikes" USING btree ("subject_kind","subject_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "strikes_once_key" ON "strikes" USING btree ("collaboration_id","subject_kind","kind") WHERE collaboration_id is not null;--> statement-breakpoint
CREATE INDEX "reviews_collaboration_idx" ON "reviews" USING btree ("collaboration_id");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_round_key" ON "submissions" USING btree ("collaboration_id","round");--> statement-breakpoint
CREATE INDEX "submissions_post_idx" ON "submissions" USING btree ("platform","post_id") WHERE post_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "verifications_attempt_key" ON "verifications" USING btree ("submission_id","attempt");