/** Follows a short link one redirect after the other until it names an address of the platform, which is not asked itself. */
import type { SafeFetchRules } from "@/app/lib/safe-fetch";
import { canonicalise } from "../canonical-url";
import type { Resolved } from "../platform";
import { ask } from "./ask";

export async function followLink(at: URL, rules: SafeFetchRules): Promise<Resolved> {
  const asked = await ask(at, { ...rules, arrived: isFullAddress });
  if (!asked.answer) {
    // Off the platform: wherever it ends, it is no post.
    if (asked.refused) return { presence: "not_found", evidence: [asked.evidence] };
    return { presence: "unknown", reason: asked.doubt, evidence: [asked.evidence] };
  }
  const { status, final_url } = asked.answer;
  const evidence = [{ ...asked.evidence, text: final_url }];
  if (status >= 300 && status < 400) return { presence: "found", address: final_url, evidence };
  if (status === 404 || status === 410) return { presence: "not_found", evidence };
  return { presence: "unknown", reason: "odd_answer", evidence };
}

function isFullAddress(url: URL): boolean {
  const reading = canonicalise(url.href);
  return "post_id" in reading || ("refused" in reading && reading.refused === "not_a_post");
}
