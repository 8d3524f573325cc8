/** Creators who exist in the sandbox too: with a channel on its YouTube and an account at its Stripe. */
import { eq } from "drizzle-orm";
import { one } from "@/app/lib/one";
import { db } from "@/db/client";
import { creator_channels } from "@/db/schema/creator";
import { startOnboarding } from "@/factories/at-stripe";
import type { World } from "../setup/world";
import { makeCreator, type TestCreator } from "./people";

export type WorldCreator = TestCreator & {
  handle: string;
  account: string;
  publish: (text: string, title?: string) => Promise<string>;
};

/** `onboarded: false` leaves the account at Stripe unfinished. */
export async function makeWorldCreator(
  world: World,
  options: { onboarded?: boolean } = {},
): Promise<WorldCreator> {
  const creator = await makeCreator({
    stripe_account_id: null,
    transfers_active: false,
    payouts_enabled: false,
    details_submitted: false,
  });
  const { handle } = one(
    await db.select().from(creator_channels).where(eq(creator_channels.id, creator.channel_id)),
    "the creator's channel",
  );
  const made = await world.control<{ external_id: string }>(`${world.urls.social}/control/channels`, {
    platform: "youtube",
    handle,
    name: handle,
    followers: 12_000,
  });
  await db
    .update(creator_channels)
    .set({ external_id: made.external_id })
    .where(eq(creator_channels.id, creator.channel_id));
  const account = await startOnboarding(creator.creator_id);
  if (options.onboarded !== false) {
    await world.control(`${world.urls.stripe}/control/accounts/${account}`, { outcome: "complete" });
    await world.rest();
  }
  return {
    ...creator,
    handle,
    account,
    publish: async (text, title = "My desk, by night") => {
      const post = await world.control<{ url: string }>(`${world.urls.social}/control/posts`, {
        platform: "youtube",
        handle,
        title,
        caption: text,
      });
      return post.url;
    },
  };
}
