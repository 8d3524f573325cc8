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

/** Never throws for what the address or the platform does. */
export async function observePost(address: string, wanted: Platform): Promise<ObservedPost> {
  const platform = platformFor(wanted);
  let reading = canonicalise(address);
  let evidence: PostObservation["evidence"] = [];
  if ("needs_resolving" in reading) {
    const resolved = await platform.resolve(reading.url);
    evidence = resolved.evidence;
    if (resolved.outcome !== "found")
      return without(resolved.outcome === "nowhere" ? "not_a_post" : "unavailable", evidence);
    reading = canonicalise(resolved.address);
  }
  if (!("post_id" in reading) || reading.platform !== wanted) return without("not_a_post", evidence);
  const observation = await platform.fetchPost(reading);
  return { post: reading, observation: { ...observation, evidence: [...evidence, ...observation.evidence] } };
}

function without(outcome: "not_a_post" | "unavailable", evidence: PostObservation["evidence"]): ObservedPost {
  return { post: null, observation: { outcome, evidence } };
}

/** Where Amazon's short links in a text lead. What cannot be followed is left out. */
export async function followShortLinks(text: string): Promise<Map<string, Followed>> {
  const amazon = platformFor("amazon");
  const short = linksIn(text).filter((link) => isShortLink(link) && "needs_resolving" in canonicalise(link));
  const followed = new Map<string, Followed>();
  await Promise.all(
    short.slice(0, MAX_SHORT_LINKS).map(async (link) => {
      const resolved = await amazon.resolve(link);
      if (resolved.outcome === "found") followed.set(link, resolved);
    }),
  );
  return followed;
}
