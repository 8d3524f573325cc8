/** Follows a short link one redirect after the other until it names an address of the platform, which is not asked itself. */
import type { SafeFetchRules } from "@/app/lib/safe-fetch";
import { canonicalise } from "../canonical-url";
import type { Resolved } from "../platform";
import { ask, saysNothing } from "./ask";

/** Where platforms send visitors that they want to know first: it says nothing about the link. */
const WALL = /^\/(?:accounts\/login|login|challenge|errors\/validateCaptcha)/i;

export async function followLink(at: URL, rules: SafeFetchRules): Promise<Resolved> {
  const { answer, refused, evidence } = await ask(at, { ...rules, arrived: isFullAddress });
  // Off the platform, or in circles: wherever it ends, it is no post.
  if (refused) return { outcome: "nowhere", evidence: [evidence] };
  if (saysNothing(answer)) return { outcome: "unavailable", evidence: [evidence] };
  const kept = { ...evidence, text: answer.final_url };
  const { pathname } = new URL(answer.final_url);
  if (answer.status >= 300 && answer.status < 400)
    return WALL.test(pathname)
      ? { outcome: "unavailable", evidence: [kept] }
      : { outcome: "found", address: answer.final_url, evidence: [kept] };
  if (answer.status === 404 || answer.status === 410) return { outcome: "nowhere", evidence: [kept] };
  return { outcome: "unavailable", evidence: [kept] };
}

function isFullAddress(url: URL): boolean {
  const reading = canonicalise(url.href);
  return "post_id" in reading || ("refused" in reading && reading.refused === "not_a_post");
}
