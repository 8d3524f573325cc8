ALTER TABLE "strikes" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "strikes" ADD COLUMN "recorded_by_user_id" text;--> statement-breakpoint
ALTER TABLE "strikes" ADD CONSTRAINT "strikes_recorded_by_user_id_users_id_fk" FOREIGN KEY ("recorded_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;