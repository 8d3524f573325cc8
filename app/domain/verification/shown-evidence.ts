/** Evidence as pages show it: whom we asked, in a name that people know, and what they answered. Addresses and hashes are for operators. */
import { env } from "@/app/lib/env";
import type { Evidence } from "./check";

export type ShownEvidence = Pick<Evidence, "fetched_at" | "status" | "text"> & {
  /** A host such as `tiktok.com`, or the name of an interface such as `TikTok oEmbed`. */
  source: string;
  /** For operators alone. */
  address?: Pick<Evidence, "url" | "sha256" | "answer">;
};

type Bases = Record<
  | `${"YOUTUBE" | "TIKTOK" | "INSTAGRAM" | "AMAZON"}_WEB_BASE`
  | "YOUTUBE_API_BASE"
  | "INSTAGRAM_GRAPH_BASE"
  | "TIKTOK_SHORT_BASE"
  | "AMAZON_SHORT_BASE",
  string
>;

type Source = { base: string; host: string; interfaces: string };

/** Under which bases the platforms are asked: their own, and what the operator gives in place of them. */
const sourcesUnder = (settings: Bases): Source[] =>
  (
    [
      [settings.YOUTUBE_API_BASE, "https://www.googleapis.com", "youtube.com", "YouTube"],
      [settings.YOUTUBE_WEB_BASE, "https://www.youtube.com", "youtube.com", "YouTube"],
      [settings.TIKTOK_SHORT_BASE, "https://vm.tiktok.com", "vm.tiktok.com", "TikTok"],
      [settings.TIKTOK_WEB_BASE, "https://www.tiktok.com", "tiktok.com", "TikTok"],
      [settings.INSTAGRAM_GRAPH_BASE, "https://graph.facebook.com", "graph.facebook.com", "Instagram"],
      [settings.INSTAGRAM_WEB_BASE, "https://www.instagram.com", "instagram.com", "Instagram"],
      [settings.AMAZON_SHORT_BASE, "https://amzn.to", "amzn.to", "Amazon"],
      [settings.AMAZON_WEB_BASE, "https://www.amazon.com", "amazon.com", "Amazon"],
    ] as const
  ).flatMap(([given, own, host, interfaces]) => [given, own].map((base) => ({ base, host, interfaces })));

/** Whom `url` asked, whatever base stood in between. */
export function sourceOf(url: string, settings: Bases = env): string {
  const { hostname, pathname } = new URL(url);
  const under = sourcesUnder(settings)
    .filter(({ base }) => url === base || url.startsWith(`${base}/`))
    .sort((one, other) => other.base.length - one.base.length)[0];
  if (!under) return hostname.replace(/^www\./, "");
  if (/oembed$/.test(pathname)) return `${under.interfaces} oEmbed`;
  if (pathname.includes("/youtube/v3/")) return `${under.interfaces} Data API`;
  return under.host;
}

export function shownEvidence(
  { url, sha256, answer, ...seen }: Evidence,
  { to_operator }: { to_operator: boolean },
): ShownEvidence {
  return { ...seen, source: sourceOf(url), ...(to_operator ? { address: { url, sha256, answer } } : {}) };
}
