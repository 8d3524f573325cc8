CREATE TABLE "offer_sketches" (
	"id" text PRIMARY KEY NOT NULL,
	"brand_id" text NOT NULL,
	"fields" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "offer_sketches" ADD CONSTRAINT "offer_sketches_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "offer_sketches_brand_idx" ON "offer_sketches" USING btree ("brand_id","updated_at");