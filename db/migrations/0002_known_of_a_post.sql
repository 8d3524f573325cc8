CREATE TABLE "post_observations" (
	"id" text PRIMARY KEY NOT NULL,
	"submission_id" text NOT NULL,
	"presence" text NOT NULL,
	"reason" text,
	"observed_by_user_id" text,
	"note" text DEFAULT '' NOT NULL,
	"views" bigint,
	"likes" bigint,
	"comments" bigint,
	"evidence" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "post_observations_reason" CHECK (case "post_observations"."presence"
        when 'live' then "post_observations"."reason" is null
        when 'not_live' then "post_observations"."reason" in ('gone', 'private', 'unlisted', 'taken_off', 'region_blocked', 'leads_elsewhere')
        when 'unknown' then "post_observations"."reason" in ('no_answer', 'limited', 'wall', 'odd_answer', 'other_post', 'processing', 'upcoming', 'not_listed', 'no_key', 'not_readable', 'members_only', 'channel_gone') and "post_observations"."observed_by_user_id" is null
        else false
      end)
);
--> statement-breakpoint
DROP INDEX "creator_channels_creator_platform_handle_key";
--> statement-breakpoint
DROP INDEX "creator_channels_verified_key";
--> statement-breakpoint
ALTER TABLE "creator_channels" ADD COLUMN "handle_key" text;
--> statement-breakpoint
UPDATE "creator_channels" SET "handle_key" = lower(normalize("handle", NFC));
--> statement-breakpoint
ALTER TABLE "creator_channels" ALTER COLUMN "handle_key" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "creator_channels" ADD COLUMN "seen_followers" integer;
--> statement-breakpoint
ALTER TABLE "creator_channels" ADD COLUMN "seen_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "creator_channels" ADD COLUMN "asked_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "creator_channels" ADD COLUMN "missed_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "creator_channels" ADD COLUMN "former_handle" text;
--> statement-breakpoint
ALTER TABLE "creator_channels" ADD COLUMN "lost_because" text;
--> statement-breakpoint
ALTER TABLE "creator_channels" ADD COLUMN "lost_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "verifications" ADD COLUMN "observation_id" text;
--> statement-breakpoint
-- Every earlier verification rests on one observation: what its check of liveness found.
INSERT INTO "post_observations" ("id", "submission_id", "presence", "reason", "evidence", "created_at")
SELECT 'observation_' || split_part(v.id, '_', 2), v.submission_id,
  CASE WHEN live.code = 'live' THEN 'live'
       WHEN live.code IN ('gone', 'gone_once', 'private', 'leads_elsewhere') THEN 'not_live'
       ELSE 'unknown' END,
  CASE WHEN live.code = 'live' THEN NULL
       WHEN live.code IN ('gone', 'gone_once') THEN 'gone'
       WHEN live.code IN ('private', 'leads_elsewhere', 'no_answer', 'not_readable') THEN live.code
       ELSE 'odd_answer' END,
  coalesce(live.evidence, '[]'::jsonb), v.created_at
FROM "verifications" v
CROSS JOIN LATERAL (
  SELECT CASE WHEN found IS NULL AND v.verdict = 'passed' THEN 'live' ELSE coalesce(found ->> 'code', '') END AS code, found -> 'evidence' AS evidence
  FROM (SELECT jsonb_path_query_first(v.checks, '$[*] ? (@.check == "live")') AS found) f
) live;
--> statement-breakpoint
UPDATE "verifications" SET "observation_id" = 'observation_' || split_part(id, '_', 2),
  "checks" = replace("checks"::text, '"code": "gone_once"', '"code": "not_live_once"')::jsonb;
--> statement-breakpoint
ALTER TABLE "verifications" ALTER COLUMN "observation_id" SET NOT NULL;
--> statement-breakpoint
-- One post, one id: the ways of writing it that count as one from here on.
UPDATE "submissions" SET "post_id" = ltrim("post_id", '0'),
  "canonical_url" = regexp_replace("canonical_url", '/(video|photo)/0+', '/\1/')
WHERE "platform" = 'tiktok' AND "post_id" LIKE '0%';
--> statement-breakpoint
UPDATE "submissions" SET
  "canonical_url" = replace("canonical_url", '/' || "post_id" || '/', '/' || left("post_id", -28) || '/'),
  "post_id" = left("post_id", -28)
WHERE "platform" = 'instagram' AND length("post_id") > 32;
--> statement-breakpoint
UPDATE "submissions" SET
  "canonical_url" = left("canonical_url", -1) || substr('AEIMQUYcgkosw048', (strpos('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', right("post_id", 1)) - 1) / 4 + 1, 1),
  "post_id" = left("post_id", 10) || substr('AEIMQUYcgkosw048', (strpos('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', right("post_id", 1)) - 1) / 4 + 1, 1)
WHERE "platform" = 'youtube' AND "post_id" ~ '^[A-Za-z0-9_-]{11}$' AND right("post_id", 1) !~ '[AEIMQUYcgkosw048]';
--> statement-breakpoint
UPDATE "submissions" SET
  "canonical_url" = regexp_replace("canonical_url", '/vdp/.*$', '/vdp/' || lower(regexp_replace("post_id", '^amzn1\.vse\.video\.', '', 'i'))),
  "post_id" = lower(regexp_replace("post_id", '^amzn1\.vse\.video\.', '', 'i'))
WHERE "platform" = 'amazon' AND "post_id" ~* '^(amzn1\.vse\.video\.)?[0-9a-f]{32}$';
--> statement-breakpoint
-- A post that two collaborations were paid for under two spellings is a matter for a person.
INSERT INTO "incidents" ("id", "kind", "subject", "expected", "found", "last_seen_at", "created_at")
SELECT 'incident_' || split_part(min(s.id), '_', 2), 'post_twice', s.platform || ':' || s.post_id,
  '{"collaborations": 1}'::jsonb, jsonb_build_object('collaborations', jsonb_agg(DISTINCT s.collaboration_id)), now(), now()
FROM "submissions" s WHERE s.verdict = 'passed' AND s.post_id IS NOT NULL
GROUP BY s.platform, s.post_id HAVING count(DISTINCT s.collaboration_id) > 1;
--> statement-breakpoint
-- What has ended asks nobody anything.
UPDATE "collaborations" SET "needs_operator" = false WHERE "ended_at" IS NOT NULL AND "needs_operator";
--> statement-breakpoint
ALTER TABLE "post_observations" ADD CONSTRAINT "post_observations_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "post_observations" ADD CONSTRAINT "post_observations_observed_by_user_id_users_id_fk" FOREIGN KEY ("observed_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "post_observations_submission_idx" ON "post_observations" USING btree ("submission_id","created_at");
--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_observation_id_post_observations_id_fk" FOREIGN KEY ("observation_id") REFERENCES "public"."post_observations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- Figures with the platform's id beside them came from the platform; of the others it is not known.
UPDATE "creator_channels" SET "seen_followers" = "followers", "seen_at" = "verified_at"
WHERE "verified_at" IS NOT NULL AND "external_id" IS NOT NULL;
--> statement-breakpoint
-- One channel, one creator: whoever verified it first keeps it, and a person decides about the rest.
INSERT INTO "incidents" ("id", "kind", "subject", "expected", "found", "last_seen_at", "created_at")
SELECT 'incident_' || split_part(min(c.id), '_', 2), 'channel_twice', c.platform || ':' || c.external_id,
  '{"channels": 1}'::jsonb, jsonb_build_object('channels', jsonb_agg(jsonb_build_object('id', c.id, 'creator_id', c.creator_id, 'handle', c.handle) ORDER BY c.verified_at, c.id)), now(), now()
FROM "creator_channels" c WHERE c.verified_at IS NOT NULL AND c.external_id IS NOT NULL
GROUP BY c.platform, c.external_id HAVING count(*) > 1;
--> statement-breakpoint
UPDATE "creator_channels" c SET "lost_because" = 'same_channel', "lost_at" = now()
WHERE c.verified_at IS NOT NULL AND EXISTS (
  SELECT 1 FROM "creator_channels" f WHERE f.platform = c.platform AND f.external_id = c.external_id AND f.id <> c.id
    AND f.verified_at IS NOT NULL AND (f.verified_at, f.id) < (c.verified_at, c.id));
--> statement-breakpoint
-- A claim that only differs in upper and lower case from another one of the same creator.
DELETE FROM "creator_channels" c
WHERE c.verified_at IS NULL AND NOT EXISTS (SELECT 1 FROM "collaborations" k WHERE k.channel_id = c.id) AND EXISTS (
  SELECT 1 FROM "creator_channels" f WHERE f.creator_id = c.creator_id AND f.platform = c.platform
    AND f.handle_key = c.handle_key AND f.id <> c.id AND (f.verified_at IS NOT NULL OR (f.created_at, f.id) < (c.created_at, c.id)));
--> statement-breakpoint
CREATE UNIQUE INDEX "creator_channels_external_id_key" ON "creator_channels" USING btree ("platform","external_id") WHERE verified_at is not null and external_id is not null and lost_because is null;
--> statement-breakpoint
CREATE INDEX "creator_channels_asked_idx" ON "creator_channels" USING btree ("asked_at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "creator_channels_creator_platform_handle_key" ON "creator_channels" USING btree ("creator_id","platform","handle_key");
--> statement-breakpoint
CREATE UNIQUE INDEX "creator_channels_verified_key" ON "creator_channels" USING btree ("platform","handle_key") WHERE verified_at is not null and lost_because is null;
--> statement-breakpoint
ALTER TABLE "creator_channels" ADD CONSTRAINT "creator_channels_seen" CHECK (("creator_channels"."seen_followers" is null) or ("creator_channels"."seen_at" is not null));
--> statement-breakpoint
ALTER TABLE "creator_channels" ADD CONSTRAINT "creator_channels_lost" CHECK (("creator_channels"."lost_because" is null) = ("creator_channels"."lost_at" is null));
