/** One post, one pay, when two looks meet: what the database says while both are under way. */

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifySubmission } from "@/app/domain/verification/verify-submission";
import { rereadEnv } from "@/app/lib/env";
import type { CollaborationId, SubmissionId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { db, sql } from "@/db/client";
import { creator_channels } from "@/db/schema/creator";
import { submissions, verifications } from "@/db/schema/verification";
import { SandboxClock } from "@/sandbox/frame/clock";
import { listen } from "@/sandbox/frame/serve";
import { openStore } from "@/sandbox/frame/store";
import { makeSocial } from "@/sandbox/social";
import { dealAt, decide, submit } from "../factories/collaborations";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeCreator, type TestCreator } from "../factories/people";
import { testDatabase } from "../setup/database";

let base: string;
let close: () => Promise<void>;
let creator: TestCreator;
let handle: string;

beforeAll(async () => {
  await testDatabase();
  const clock = new SandboxClock();
  const server = await listen({ name: "social", port: 4360 });
  base = server.url;
  const nav = { current: "social", links: [], now: () => clock.now() };
  const store = openStore(undefined, "social");
  const social = makeSocial({ clock, store, url: base, app_url: "http://127.0.0.1:9", nav, env: {} });
  server.handle(social.fetch);
  Object.assign(process.env, {
    TIKTOK_WEB_BASE: `${base}/tiktok`,
    TIKTOK_SHORT_BASE: `${base}/tiktok/short`,
  });
  rereadEnv();
  close = async () => {
    clock.close();
    await social.close?.();
    await server.close();
  };
  creator = await makeCreator({}, "tiktok");
  const channel = one(
    await db.select().from(creator_channels).where(eq(creator_channels.id, creator.channel_id)),
    "the channel",
  );
  handle = channel.handle;
  await control("/channels", { platform: "tiktok", handle });
});
afterAll(() => close());

async function control(path: string, body: object): Promise<{ id: string; url: string; short_url: string }> {
  const response = await fetch(`${base}/control${path}`, { method: "POST", body: JSON.stringify(body) });
  return (await response.json()) as { id: string; url: string; short_url: string };
}

const publish = (caption = "#ad #desklamp https://www.amazon.com/dp/B0TESTLAMP") =>
  control("/posts", { platform: "tiktok", handle, caption });

async function handIn(url: string): Promise<{ deal: CollaborationId; submission: SubmissionId }> {
  const brand = await makeBrand();
  const offer = await makeLiveOffer(brand, { channels: ["tiktok"] });
  const deal = await dealAt("creating", { brand, creator, offer });
  return { deal: deal.id, submission: await submit(creator, deal.id, url) };
}

const waiting = async (min: number) => {
  for (let round = 0; round < 200; round++) {
    const row = one(
      await sql<
        { n: number }[]
      >`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      "a row of pg_stat_activity",
    );
    if (row.n >= min) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("Nobody waits");
};

test("two short links looked at in the same moment: exactly one passes", async () => {
  const post = await publish();
  const one = await handIn(post.short_url);
  const two = await handIn(post.short_url);
  let looks: Promise<{ verdict: string }[]> | undefined;
  // No look can be recorded while this lock is held, so both are under way when it ends.
  await sql.begin(async (held) => {
    await held`lock table verifications in share mode`;
    looks = Promise.all([one, two].map(({ submission }) => verifySubmission(submission)));
    await waiting(2);
  });
  expect((await looks)?.map(({ verdict }) => verdict).sort()).toEqual(["failed", "passed"]);
});

test("who was looked at first keeps the post, though the other handed in their short link sooner", async () => {
  const post = await publish();
  const sooner = await handIn(post.short_url);
  const later = await handIn(post.short_url);
  let late: ReturnType<typeof verifySubmission> | undefined;
  await sql.begin(async (held) => {
    await held`select 1 from submissions where id = ${sooner.submission} for update`;
    late = verifySubmission(sooner.submission);
    await waiting(1);
    expect((await verifySubmission(later.submission)).verdict).toBe("passed");
  });
  expect(await late).toMatchObject({ verdict: "failed", failed_checks: ["duplicate"] });
});

test("full links: who handed in sooner keeps the post, in whichever order they are looked at", async () => {
  const post = await publish();
  const sooner = await handIn(post.url);
  const later = await handIn(post.url);
  // Whose it is nobody knows yet: that must not fail whom it belongs to.
  expect(await verifySubmission(later.submission)).toMatchObject({ verdict: "undecided", patience: "day" });
  expect((await verifySubmission(sooner.submission)).verdict).toBe("passed");
  await decide(sooner.deal, "passed");
  expect((await verifySubmission(later.submission)).failed_checks).toEqual(["duplicate"]);
});

test("a post that failed for another reason is free again", async () => {
  const post = await publish("no word about pay");
  const sooner = await handIn(post.url);
  const later = await handIn(post.url);
  expect((await verifySubmission(sooner.submission)).failed_checks).toContain("disclosure");
  expect((await verifySubmission(later.submission)).failed_checks).not.toContain("duplicate");
});

test("each look is kept, numbered, with its evidence; none overwrites another", async () => {
  const post = await publish();
  const { submission } = await handIn(post.url);
  await Promise.all([1, 2, 3].map(() => verifySubmission(submission)));
  const rows = await db.select().from(verifications).where(eq(verifications.submission_id, submission));
  expect(rows.map(({ attempt }) => attempt).sort()).toEqual([1, 2, 3]);
  for (const { checks } of rows)
    expect(checks[0]).toMatchObject({
      check: "live",
      verdict: "passed",
      evidence: [
        { status: 200, fetched_at: expect.any(String), sha256: expect.any(String) },
        { status: 200, text: expect.stringContaining("#desklamp") },
      ],
    });
  const [row] = await db.select().from(submissions).where(eq(submissions.id, submission));
  expect(row).toMatchObject({ post_id: post.id, verdict: null });
});
