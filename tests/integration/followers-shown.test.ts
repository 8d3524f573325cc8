/** Every page that shows how many follow a channel is told who says so: the platform, with the age of its figure, or the creator. */

import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { listApplicants } from "@/app/domain/collaboration/queries/applicants";
import { readCollaboration } from "@/app/domain/collaboration/queries/collaboration";
import { fittingChannels } from "@/app/domain/creator/queries/fitting-channels";
import { readProfile } from "@/app/domain/creator/queries/profile";
import { readPublicCreator } from "@/app/domain/creator/queries/public-creator";
import { db } from "@/db/client";
import { creator_channels } from "@/db/schema/creator";
import { type Deal, dealAt } from "../factories/collaborations";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

/** What each page is told of the creator's one channel. */
async function shownOf({ id, brand, creator, offer }: Deal) {
  const profile = await readProfile(db, creator);
  const public_page = await readPublicCreator(db, profile.creator.handle);
  const collaboration = await readCollaboration(db, brand, id);
  const applicants = await listApplicants(db, brand, offer.id);
  const fitting = await fittingChannels(db, creator, ["youtube"]);
  return [
    profile.channels[0],
    public_page.channels[0],
    collaboration.channel,
    applicants.rows[0]?.channel,
    fitting[0],
  ];
}

test("the creator's own figure is told as stated, the platform's with its time, and never both", async () => {
  const deal = await dealAt("applied");
  const stated = await shownOf(deal);
  expect(stated.map((channel) => channel?.followers)).toEqual(
    stated.map(() => ({ count: 12_000, seen_at: null })),
  );
  const seen_at = new Date("2026-11-20T08:00:00.000Z");
  await db
    .update(creator_channels)
    .set({ seen_followers: 11_250, seen_at })
    .where(eq(creator_channels.creator_id, deal.creator.creator_id));
  const seen = await shownOf(deal);
  expect(seen.map((channel) => channel?.followers)).toEqual(seen.map(() => ({ count: 11_250, seen_at })));
  for (const channel of seen) expect(channel).not.toHaveProperty("seen_followers");
});
