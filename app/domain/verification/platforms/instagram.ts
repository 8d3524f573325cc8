/** Instagram: oEmbed proves that a post is live, but no longer says whose it is; the public page may say that and the caption. */
import { z } from "zod";
import type { Fetched } from "@/app/lib/safe-fetch";
import type { CanonicalPost } from "../link";
import type { ChannelObservation, PostObservation, SocialPlatform } from "../platform";
import { ask, askAt, readJson, rulesFor, saysNothing, withText } from "./ask";
import { followLink } from "./follow-link";
import { publishedAt, readPost, readProfile } from "./instagram-page";
import { visibleText } from "./page-text";

export type InstagramSettings = { graph_base: string; web_base: string; token: string | undefined };

const WEB = "https://www.instagram.com";
const MEDIA_NOT_FOUND = 2_207_006;
const NO_SUCH_RESOURCE = 24;

const errorSchema = z.object({
  error: z.object({ code: z.number().optional(), error_subcode: z.number().optional() }),
});

export function makeInstagram(settings: InstagramSettings): SocialPlatform {
  const rules = rulesFor(new Set(["graph.facebook.com", "www.instagram.com"]), [
    settings.graph_base,
    settings.web_base,
  ]);

  async function fetchPost(post: CanonicalPost): Promise<PostObservation> {
    if (!settings.token) return { outcome: "not_readable", evidence: [] };
    const oembed = new URL(`${settings.graph_base}/v23.0/instagram_oembed`);
    oembed.searchParams.set("url", post.canonical_url);
    oembed.searchParams.set("access_token", settings.token);
    const live = await ask(oembed, rules);
    if (saysNothing(live.answer)) return { outcome: "unavailable", evidence: [live.evidence] };
    if (live.answer.status !== 200)
      return { outcome: deniesPost(live.answer) ? "gone" : "unavailable", evidence: [live.evidence] };

    const page = await ask(askAt(settings.web_base, WEB, new URL(post.canonical_url)), rules);
    const evidence = [live.evidence, page.evidence];
    const html = page.answer?.status === 200 ? page.answer.body_text : "";
    const seen = readPost(html);
    // Without the author's own words the page was a wall that asks to sign in: it says nothing.
    if (!seen) return { outcome: "not_readable", evidence };
    return {
      outcome: "found",
      evidence: [live.evidence, withText(page.evidence, seen.caption)],
      post: {
        author_id: null,
        author_handle: seen.handle,
        published_at: publishedAt(post.post_id),
        title: "",
        text: seen.caption,
        length_seconds: null,
        paid_label: visibleText(html).includes("Paid partnership") || null,
      },
    };
  }

  async function fetchChannel(handle: string): Promise<ChannelObservation> {
    const { answer, evidence } = await ask(
      new URL(`${settings.web_base}/${encodeURIComponent(handle)}/`),
      rules,
    );
    if (saysNothing(answer)) return { outcome: "unavailable", evidence: [evidence] };
    if (answer.status === 404) return { outcome: "gone", evidence: [evidence] };
    const seen = readProfile(answer.body_text);
    if (answer.status !== 200 || seen?.handle.toLowerCase() !== handle.toLowerCase())
      return { outcome: "unavailable", evidence: [evidence] };
    const { bio, followers } = seen;
    return {
      outcome: "found",
      external_id: null,
      about: bio,
      followers,
      evidence: [withText(evidence, bio)],
    };
  }

  const resolve = (url: string) => followLink(askAt(settings.web_base, WEB, new URL(url)), rules);
  return { platform: "instagram", resolve, fetchPost, fetchChannel };
}

/** 400 is Meta's answer to everything: an expired token and a spent allowance are ours to mend, and say nothing about the post. */
function deniesPost(answer: Fetched): boolean {
  const parsed = errorSchema.safeParse(readJson(answer.body_text));
  if (!parsed.success) return false;
  const { code, error_subcode } = parsed.data.error;
  return code === NO_SUCH_RESOURCE || error_subcode === MEDIA_NOT_FOUND;
}
