/** The public addresses of channels and posts, as people copy them from the platforms; and the way back from one to an id. */
import type { Channel, Platform, Post } from "./platform";

export function channelUrl({ platform, handle }: Pick<Channel, "platform" | "handle">): string {
  const forms: Record<Platform, string> = {
    youtube: `https://www.youtube.com/@${handle}`,
    tiktok: `https://www.tiktok.com/@${handle}`,
    instagram: `https://www.instagram.com/${handle}/`,
    amazon: `https://www.amazon.com/shop/${handle}`,
  };
  return forms[platform];
}

export function postUrl({ platform, kind, handle, id }: Post): string {
  if (platform === "youtube") {
    if (kind === "short") return `https://www.youtube.com/shorts/${id}`;
    return kind === "live" ? `https://www.youtube.com/live/${id}` : `https://www.youtube.com/watch?v=${id}`;
  }
  if (platform === "tiktok") return `https://www.tiktok.com/@${handle}/${kind}/${id}`;
  if (platform === "instagram") {
    const folder = kind === "post" ? "p" : kind;
    return `https://www.instagram.com/${folder}/${id}/`;
  }
  if (kind === "video") return `https://www.amazon.com/vdp/${id}`;
  if (kind === "live") return `https://www.amazon.com/live/video/${id}`;
  return `https://www.amazon.com/shop/${handle}/${kind}/${id}`;
}

/** The link that a phone's share button copies. */
export function shortUrl(post: Post): string {
  const { platform, kind, id, short_code } = post;
  const forms: Record<Platform, string> = {
    youtube: `https://youtu.be/${id}`,
    tiktok: `https://vm.tiktok.com/${short_code}/`,
    instagram: `https://www.instagram.com/share/${kind === "post" ? "p" : "reel"}/${short_code}/`,
    amazon: `https://amzn.to/${short_code}`,
  };
  return forms[platform];
}

/** Where a platform's short links begin that lead to any address. */
export function shortHost(platform: "tiktok" | "instagram" | "amazon"): string {
  const hosts = {
    tiktok: "https://vm.tiktok.com",
    instagram: "https://www.instagram.com/share/p",
    amazon: "https://amzn.to",
  };
  return hosts[platform];
}

/** The 11 characters of a video in any of YouTube's addresses for one. */
export function youtubeId(address: string): string | undefined {
  const url = parse(address);
  if (!url) return undefined;
  const id = url.hostname.endsWith("youtu.be")
    ? url.pathname.slice(1)
    : (/\/(?:shorts|live|embed|v)\/([^/]+)/.exec(url.pathname)?.[1] ?? url.searchParams.get("v") ?? "");
  return /^[A-Za-z0-9_-]{11}$/.test(id) ? id : undefined;
}

/** The id of a TikTok video or photo post, or the code of a short link, or the name of a profile. */
export function tiktokTarget(address: string): { id?: string; short_code?: string; handle?: string } {
  const url = parse(address);
  if (!url) return {};
  const id = /\/(?:video|photo)\/(\d{8,20})/.exec(url.pathname)?.[1];
  if (id) return { id };
  if (/^v[mt]\./.test(url.hostname)) return { short_code: url.pathname.split("/")[1] };
  const short_code = /^\/t\/([^/]+)/.exec(url.pathname)?.[1];
  return short_code ? { short_code } : { handle: /^\/@([^/]+)\/?$/.exec(url.pathname)?.[1] };
}

/** The code of an Instagram post, also with the user's name before it. */
export function instagramCode(address: string): string | undefined {
  return /\/(?:p|reels?|tv)\/([A-Za-z0-9_-]+)/.exec(parse(address)?.pathname ?? "")?.[1];
}

function parse(address: string): URL | undefined {
  try {
    return new URL(/^https?:\/\//i.test(address) ? address : `https://${address}`);
  } catch {
    return undefined;
  }
}
