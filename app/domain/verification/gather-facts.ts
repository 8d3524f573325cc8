/** Everything that a post is judged by, apart from what the database says of other submissions. */
import type { Platform } from "../creator/vocabulary";
import type { Agreement } from "../offer/terms";
import { agreedChannel, type KnownChannel } from "./agreed-channel";
import type { Facts } from "./facts";
import { followShortLinks } from "./observe-post";
import type { PostObservation } from "./platform";

export type Gathered = Omit<Facts, "used_elsewhere">;

/** What both sides agreed to, and the channel as it is known today. */
export type Agreed = {
  platform: Platform;
  terms: Agreement;
  agreed_at: Date;
  cancelled_at: Date | null;
  channel: KnownChannel;
};

/**
 * Asks platforms where the observation alone does not tell enough. Never throws for what they answer.
 *
 * @param denied_before whether an earlier observation found the post not live
 */
export async function gatherFacts(
  { platform, terms, agreed_at, cancelled_at, channel }: Agreed,
  observation: PostObservation,
  denied_before: boolean,
): Promise<Gathered> {
  const post = observation.presence === "live" ? observation.post : null;
  const { brief, product } = terms;
  const text = post?.text ?? null;
  return {
    platform,
    post,
    channel: await agreedChannel(channel, terms.channel, post),
    agreed_at,
    cancelled_at,
    brief,
    product: { asin: product.asin, url: product.url },
    country: product.marketplace_country,
    followed:
      post && text !== null && brief.require_product_link
        ? await followShortLinks(`${post.title}\n${text}`)
        : new Map(),
    denied_before,
  };
}
