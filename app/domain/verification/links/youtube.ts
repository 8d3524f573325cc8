/** YouTube: every way to write the address of a video comes down to its eleven characters. */
import { type LinkReader, type LinkReading, NOT_A_POST, pathOf } from "../link";

const VIDEO_ID = /^[\w-]{11}$/;
const SHORT_HOSTS = new Set(["youtu.be", "www.youtu.be"]);
const IN_PATH = new Set(["shorts", "live", "embed", "v", "e"]);

export const youtube: LinkReader = {
  hosts: new Set([
    "youtube.com",
    "www.youtube.com",
    "m.youtube.com",
    "music.youtube.com",
    "gaming.youtube.com",
    "consent.youtube.com",
    "youtube-nocookie.com",
    "www.youtube-nocookie.com",
    ...SHORT_HOSTS,
  ]),
  read: (url) => read(url, 0),
};

function read(url: URL, depth: number): LinkReading {
  const [first = "", second = ""] = pathOf(url);
  if (SHORT_HOSTS.has(url.hostname)) return video(first);
  if (first === "watch" || first === "") return video(url.searchParams.getAll("v")[0] ?? "");
  if (IN_PATH.has(first)) return video(second);
  // Attribution and consent pages carry the real address inside.
  const inner =
    first === "attribution_link"
      ? url.searchParams.get("u")
      : url.hostname.startsWith("consent.")
        ? url.searchParams.get("continue")
        : null;
  if (!inner || depth > 1 || !URL.canParse(inner, "https://www.youtube.com")) return NOT_A_POST;
  const target = new URL(inner, "https://www.youtube.com");
  return youtube.hosts.has(target.hostname) ? read(target, depth + 1) : NOT_A_POST;
}

function video(id: string): LinkReading {
  if (!VIDEO_ID.test(id)) return NOT_A_POST;
  return { platform: "youtube", post_id: id, canonical_url: `https://www.youtube.com/watch?v=${id}` };
}
