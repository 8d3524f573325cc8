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
CREATE TABLE "ledger_audits" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"began_at" timestamp (3) with time zone NOT NULL,
	"took_ms" integer NOT NULL,
	"held" boolean NOT NULL,
	"figures" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoice_counts" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoice_lines" (
	"transaction_id" text NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"creator_name" text,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "invoice_lines_transaction_id_kind_pk" PRIMARY KEY("transaction_id","kind")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"number" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"brand_id" text NOT NULL,
	"offer_id" text NOT NULL,
	"month" text NOT NULL,
	"currency" text NOT NULL,
	"total_minor" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invoices_positive" CHECK ("invoices"."total_minor" > 0)
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
	"legal_name" text DEFAULT '' NOT NULL,
	"billing_address" text DEFAULT '' NOT NULL,
	"tax_id" text DEFAULT '' NOT NULL,
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
	"holdback_minor" bigint DEFAULT 0 NOT NULL,
	"policy" jsonb NOT NULL,
	"payment_id" text,
	"pitch" text DEFAULT '' NOT NULL,
	"shortlisted" boolean DEFAULT false NOT NULL,
	"slot_extended" boolean DEFAULT false NOT NULL,
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
	CONSTRAINT "collaborations_reimbursement_within" CHECK ("collaborations"."reimbursement_minor" >= 0 and "collaborations"."reimbursement_minor" <= "collaborations"."reimbursement_cap_minor"),
	CONSTRAINT "collaborations_holdback_within" CHECK ("collaborations"."holdback_minor" >= 0 and "collaborations"."holdback_minor" < "collaborations"."fee_minor")
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
	"verification_code" text NOT NULL,
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
	"payout_failure" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "creators_user_id_unique" UNIQUE("user_id"),
	CONSTRAINT "creators_handle_unique" UNIQUE("handle"),
	CONSTRAINT "creators_stripe_account_id_unique" UNIQUE("stripe_account_id")
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
CREATE TABLE "disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" text NOT NULL,
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
	"payment_id" text,
	"movement_id" text,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ledger_transactions_idempotency_key_unique" UNIQUE("idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "money_movements" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"idempotency_key" text NOT NULL,
	"payment_id" text NOT NULL,
	"collaboration_id" text,
	"creator_id" text,
	"clawback_id" text,
	"stripe_id" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"key_version" integer DEFAULT 1 NOT NULL,
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
CREATE TABLE "stripe_call_slots" (
	"name" text PRIMARY KEY NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL
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
CREATE TABLE "offer_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"brand_id" text NOT NULL,
	"fields" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offer_payments" (
	"id" text PRIMARY KEY NOT NULL,
	"offer_id" text NOT NULL,
	"brand_id" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"claimed_minor" bigint DEFAULT 0 NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"charged_back_minor" bigint DEFAULT 0 NOT NULL,
	"frozen_at" timestamp (3) with time zone,
	"slots" integer DEFAULT 0 NOT NULL,
	"stripe_fee_minor" bigint DEFAULT 0 NOT NULL,
	"checkout_session_id" text,
	"checkout_url" text,
	"payment_intent_id" text,
	"charge_id" text,
	"failure" text,
	"paid_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "offer_payments_checkout_session_id_unique" UNIQUE("checkout_session_id"),
	CONSTRAINT "offer_payments_payment_intent_id_unique" UNIQUE("payment_intent_id"),
	CONSTRAINT "offer_payments_charge_id_unique" UNIQUE("charge_id"),
	CONSTRAINT "offer_payments_never_over" CHECK ("offer_payments"."claimed_minor" >= 0 and "offer_payments"."refunded_minor" >= 0 and "offer_payments"."charged_back_minor" >= 0
        and "offer_payments"."claimed_minor" + "offer_payments"."refunded_minor" + "offer_payments"."charged_back_minor" <= "offer_payments"."amount_minor")
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
	"status" text DEFAULT 'unpaid' NOT NULL,
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
CREATE TABLE "strike_appeals" (
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
	"reason" text DEFAULT '' NOT NULL,
	"recorded_by_user_id" text,
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
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_closed_by_user_id_users_id_fk" FOREIGN KEY ("closed_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_number_invoices_number_fk" FOREIGN KEY ("number") REFERENCES "public"."invoices"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "collaborations" ADD CONSTRAINT "collaborations_payment_id_offer_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."offer_payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_collaboration_id_collaborations_id_fk" FOREIGN KEY ("collaboration_id") REFERENCES "public"."collaborations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "creator_addresses" ADD CONSTRAINT "creator_addresses_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "creator_channels" ADD CONSTRAINT "creator_channels_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "creators" ADD CONSTRAINT "creators_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "creators" ADD CONSTRAINT "creators_avatar_asset_id_assets_id_fk" FOREIGN KEY ("avatar_asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clawbacks" ADD CONSTRAINT "clawbacks_collaboration_id_collaborations_id_fk" FOREIGN KEY ("collaboration_id") REFERENCES "public"."collaborations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clawbacks" ADD CONSTRAINT "clawbacks_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_payment_id_offer_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."offer_payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_account_id_ledger_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."ledger_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_collaboration_id_collaborations_id_fk" FOREIGN KEY ("collaboration_id") REFERENCES "public"."collaborations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_payment_id_offer_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."offer_payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_payment_id_offer_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."offer_payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_collaboration_id_collaborations_id_fk" FOREIGN KEY ("collaboration_id") REFERENCES "public"."collaborations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_drafts" ADD CONSTRAINT "offer_drafts_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_payments" ADD CONSTRAINT "offer_payments_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_payments" ADD CONSTRAINT "offer_payments_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_photos" ADD CONSTRAINT "offer_photos_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_photos" ADD CONSTRAINT "offer_photos_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strike_appeals" ADD CONSTRAINT "strike_appeals_decided_by_user_id_users_id_fk" FOREIGN KEY ("decided_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strikes" ADD CONSTRAINT "strikes_collaboration_id_collaborations_id_fk" FOREIGN KEY ("collaboration_id") REFERENCES "public"."collaborations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strikes" ADD CONSTRAINT "strikes_recorded_by_user_id_users_id_fk" FOREIGN KEY ("recorded_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE UNIQUE INDEX "incidents_one_open_key" ON "incidents" USING btree ("kind","subject") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "incidents_created_idx" ON "incidents" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "ledger_audits_latest_idx" ON "ledger_audits" USING btree ("kind","began_at");--> statement-breakpoint
CREATE INDEX "invoice_lines_number_idx" ON "invoice_lines" USING btree ("number","at");--> statement-breakpoint
CREATE INDEX "invoices_offer_idx" ON "invoices" USING btree ("offer_id","month");--> statement-breakpoint
CREATE INDEX "invoices_brand_idx" ON "invoices" USING btree ("brand_id","month");--> statement-breakpoint
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
CREATE UNIQUE INDEX "creator_channels_verified_key" ON "creator_channels" USING btree ("platform",lower("handle")) WHERE verified_at is not null;--> statement-breakpoint
CREATE INDEX "creators_standing_idx" ON "creators" USING btree ("standing");--> statement-breakpoint
CREATE INDEX "clawbacks_open_idx" ON "clawbacks" USING btree ("creator_id","currency","created_at") WHERE recovered_minor < amount_minor;--> statement-breakpoint
CREATE INDEX "clawbacks_to_return_idx" ON "clawbacks" USING btree ("id") WHERE returned_minor < recovered_minor;--> statement-breakpoint
CREATE INDEX "disputes_payment_idx" ON "disputes" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "disputes_open_idx" ON "disputes" USING btree ("created_at") WHERE status = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_accounts_code_currency_key" ON "ledger_accounts" USING btree ("code","currency");--> statement-breakpoint
CREATE INDEX "ledger_entries_transaction_idx" ON "ledger_entries" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_account_idx" ON "ledger_entries" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_collaboration_idx" ON "ledger_transactions" USING btree ("collaboration_id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_payment_idx" ON "ledger_transactions" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_created_idx" ON "ledger_transactions" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_rare_kinds_idx" ON "ledger_transactions" USING btree ("kind","created_at","id") WHERE kind in ('split', 'transfer_failed', 'refund_failed', 'holdback_released', 'holdback_returned', 'release_reversed', 'clawback', 'recovered', 'reversal_pending', 'reversal_settled', 'reversal_failed', 'dispute_moved', 'dispute_lost');--> statement-breakpoint
CREATE INDEX "money_movements_open_idx" ON "money_movements" USING btree ("created_at") WHERE status in ('pending', 'blocked');--> statement-breakpoint
CREATE INDEX "money_movements_payment_idx" ON "money_movements" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "money_movements_collaboration_idx" ON "money_movements" USING btree ("collaboration_id");--> statement-breakpoint
CREATE INDEX "money_movements_creator_idx" ON "money_movements" USING btree ("creator_id");--> statement-breakpoint
CREATE INDEX "money_movements_ledger_idx" ON "money_movements" USING btree ("status","kind","created_at","id");--> statement-breakpoint
CREATE INDEX "stripe_events_open_idx" ON "stripe_events" USING btree ("received_at") WHERE processed_at is null;--> statement-breakpoint
CREATE INDEX "stripe_events_odd_idx" ON "stripe_events" USING btree ("received_at") WHERE (processed_at is null or outcome = 'ignored' or type like 'charge.dispute%');--> statement-breakpoint
CREATE INDEX "offer_drafts_brand_idx" ON "offer_drafts" USING btree ("brand_id","updated_at");--> statement-breakpoint
CREATE INDEX "offer_payments_offer_idx" ON "offer_payments" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "offer_payments_pending_idx" ON "offer_payments" USING btree ("created_at") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "offer_payments_paid_idx" ON "offer_payments" USING btree ("paid_at","id") WHERE status = 'paid';--> statement-breakpoint
CREATE INDEX "offers_brand_idx" ON "offers" USING btree ("brand_id","created_at");--> statement-breakpoint
CREATE INDEX "offers_live_idx" ON "offers" USING btree ("live_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE status = 'live';--> statement-breakpoint
CREATE INDEX "offers_live_fee_idx" ON "offers" USING btree ("fee_minor" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE status = 'live';--> statement-breakpoint
CREATE INDEX "offers_live_category_idx" ON "offers" USING btree ("category","live_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE status = 'live';--> statement-breakpoint
CREATE INDEX "offers_live_country_idx" ON "offers" USING btree ("marketplace_country","live_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE status = 'live';--> statement-breakpoint
CREATE INDEX "offers_channels_idx" ON "offers" USING gin ("channels");--> statement-breakpoint
CREATE INDEX "offers_text_idx" ON "offers" USING gin (to_tsvector('simple', "title" || ' ' || "product_title"));--> statement-breakpoint
CREATE INDEX "outbox_unsent_idx" ON "outbox" USING btree ("id") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "sent_emails_user_idx" ON "sent_emails" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sent_emails_collaboration_idx" ON "sent_emails" USING btree ("collaboration_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sent_emails_message_key" ON "sent_emails" USING btree ("message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "strike_appeals_one_open_key" ON "strike_appeals" USING btree ("subject_kind","subject_id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "strikes_subject_idx" ON "strikes" USING btree ("subject_kind","subject_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "strikes_once_key" ON "strikes" USING btree ("collaboration_id","subject_kind","kind") WHERE collaboration_id is not null;--> statement-breakpoint
CREATE INDEX "reviews_collaboration_idx" ON "reviews" USING btree ("collaboration_id");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_round_key" ON "submissions" USING btree ("collaboration_id","round");--> statement-breakpoint
CREATE INDEX "submissions_post_idx" ON "submissions" USING btree ("platform","post_id") WHERE post_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "verifications_attempt_key" ON "verifications" USING btree ("submission_id","attempt");--> statement-breakpoint
-- Rules that the database enforces, whatever the code does.

-- 1. The entries of a transaction sum to zero per currency. Deferred, because entries are inserted one by one.
CREATE FUNCTION ledger_transaction_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  off_by record;
BEGIN
  SELECT currency, sum(amount_minor) AS amount INTO off_by
    FROM ledger_entries WHERE transaction_id = NEW.transaction_id
    GROUP BY currency HAVING sum(amount_minor) <> 0 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'ledger transaction % is off by % %', NEW.transaction_id, off_by.amount, off_by.currency
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entries_sum_to_zero';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_entries_sum_to_zero
  AFTER INSERT ON ledger_entries DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_transaction_balances();
--> statement-breakpoint

-- 2. An entry is in its account's own currency.
ALTER TABLE ledger_accounts ADD CONSTRAINT ledger_accounts_id_currency_key UNIQUE (id, currency);
--> statement-breakpoint
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_account_currency_fk
  FOREIGN KEY (account_id, currency) REFERENCES ledger_accounts (id, currency);
--> statement-breakpoint

-- 3. What was written is never changed or removed; a mistake is corrected by a reversing transaction.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_transactions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transactions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER collaboration_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON collaboration_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER agreements_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON agreements
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- 4. An issued document is never changed; a mistake is corrected by a credit note.
CREATE TRIGGER invoices_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON invoices
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER invoice_lines_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON invoice_lines
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE
  ON ledger_transactions, ledger_entries, collaboration_events, agreements, invoices, invoice_lines FROM PUBLIC;
--> statement-breakpoint

-- 5. Reserved call slots at Stripe are valid for a second. Writing them to the log would make each call wait for the disk, and a
-- server that restarts without them loses nothing: the next call creates its row again.
ALTER TABLE stripe_call_slots SET UNLOGGED;
