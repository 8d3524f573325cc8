/** Goes to see one submitted address: reads it, follows it where it is short, and asks the platform what is there. */
import type { Platform } from "@/app/domain/creator/vocabulary";
import { canonicalise } from "./canonical-url";
import type { Followed } from "./facts";
import type { CanonicalPost } from "./link";
import { isShortLink, linksIn } from "./links/in-text";
import type { PostObservation } from "./platform";
import { platformFor } from "./platforms";

const MAX_SHORT_LINKS = 3;

export type ObservedPost = { post: CanonicalPost | null; observation: PostObservation };

/**
 * @param country where the post has to be visible
 * Never throws for what the address or the platform does.
 */
export async function observePost(address: string, wanted: Platform, country: string): Promise<ObservedPost> {
  const platform = platformFor(wanted);
  let reading = canonicalise(address);
  let evidence: PostObservation["evidence"] = [];
  if ("needs_resolving" in reading) {
    const resolved = await platform.resolve(reading.url);
    evidence = resolved.evidence;
    if (resolved.presence === "unknown")
      return { post: null, observation: { presence: "unknown", reason: resolved.reason, evidence } };
    if (resolved.presence === "not_found") return leadsElsewhere(evidence);
    reading = canonicalise(resolved.address);
  }
  if (!("post_id" in reading) || reading.platform !== wanted) return leadsElsewhere(evidence);
  const observation = await platform.fetchPost(reading, country);
  return { post: reading, observation: { ...observation, evidence: [...evidence, ...observation.evidence] } };
}

function leadsElsewhere(evidence: PostObservation["evidence"]): ObservedPost {
  return { post: null, observation: { presence: "not_live", reason: "leads_elsewhere", evidence } };
}

/** Where Amazon's short links in a text lead. What cannot be followed is left out. */
export async function followShortLinks(text: string): Promise<Map<string, Followed>> {
  const amazon = platformFor("amazon");
  const short = linksIn(text).filter((link) => isShortLink(link) && "needs_resolving" in canonicalise(link));
  const followed = new Map<string, Followed>();
  await Promise.all(
    short.slice(0, MAX_SHORT_LINKS).map(async (link) => {
      const resolved = await amazon.resolve(link);
      if (resolved.presence === "found") followed.set(link, resolved);
    }),
  );
  return followed;
}
