/** The platforms at the addresses that the environment gives. */

import type { Platform } from "@/app/domain/creator/vocabulary";
import { env } from "@/app/lib/env";
import type { SocialPlatform } from "../platform";
import { makeAmazon } from "./amazon";
import { makeInstagram } from "./instagram";
import { makeTikTok } from "./tiktok";
import { makeYouTube } from "./youtube";

let reach: (platform: Platform) => SocialPlatform = onTheWeb;

export function platformFor(platform: Platform): SocialPlatform {
  return reach(platform);
}

/** From now on platforms are asked through `other`: a service that looks at posts for us, or platforms that live in this very process. */
export function lookThrough(other: (platform: Platform) => SocialPlatform): void {
  reach = other;
}

function onTheWeb(platform: Platform): SocialPlatform {
  switch (platform) {
    case "youtube":
      return makeYouTube({
        api_base: env.YOUTUBE_API_BASE,
        web_base: env.YOUTUBE_WEB_BASE,
        api_key: env.YOUTUBE_API_KEY,
      });
    case "tiktok":
      return makeTikTok({ web_base: env.TIKTOK_WEB_BASE, short_base: env.TIKTOK_SHORT_BASE });
    case "instagram":
      return makeInstagram({
        graph_base: env.INSTAGRAM_GRAPH_BASE,
        web_base: env.INSTAGRAM_WEB_BASE,
        token: env.INSTAGRAM_GRAPH_TOKEN,
      });
    case "amazon":
      return makeAmazon({ web_base: env.AMAZON_WEB_BASE, short_base: env.AMAZON_SHORT_BASE });
  }
}
