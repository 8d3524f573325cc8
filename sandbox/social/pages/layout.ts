/** What the studio's pages have in common: a row of platforms, fields to copy from, how a post's state looks. */

import type { EmulatorContext } from "../../frame/emulator";
import { badge, html, type Markup, type PageOptions, raw } from "../../frame/page";
import type { Outages } from "../world/outages";
import { type Channel, PLATFORM_NAMES, PLATFORMS, type Platform, type Post } from "../world/platform";
import type { World } from "../world/world";

export type Studio = { world: World; outages: Outages; context: EmulatorContext };

export function channelPath({ platform, handle }: Pick<Channel, "platform" | "handle">): string {
  return `/studio/${platform}/${encodeURIComponent(handle)}`;
}

export function studioPage(
  { context }: Studio,
  platform?: Platform,
): Pick<PageOptions, "nav" | "sections" | "here"> {
  return {
    nav: context.nav,
    sections: PLATFORMS.map((one) => ({ path: `/studio/${one}`, title: PLATFORM_NAMES[one] })),
    here: platform && `/studio/${platform}`,
  };
}

/** An address to copy: a tap into the field and it can be selected whole. */
export function copyField(label: string, address: string): Markup {
  return html`<label>${label}<input class="mono" type="text" readonly value="${address}"></label>`;
}

export function stateBadge(world: World, post: Post): Markup {
  const seen = world.seen(post);
  if (seen === "public") return badge("public", "good");
  if (seen === "upcoming") return badge("premiere to come", "busy");
  if (post.state === "deleted") return badge("deleted", "bad");
  if (post.upload !== "processed") return badge(post.upload, post.upload === "processing" ? "busy" : "bad");
  const channel = world.channel(post.platform, post.handle);
  if (channel && channel.state !== "public") return badge(`account ${channel.state}`, "bad");
  if (post.state === "public") return badge("scheduled", "busy");
  return badge(post.state === "members" ? "not for everybody" : post.state, "warn");
}

/** Says that machines get an odd answer. */
export function oddBadge({ odd }: Post): Markup | string {
  return odd ? badge("odd answers", "warn") : "";
}

/** Where this emulator shows what stands at a public address. */
export function localPath(platform: Platform, address: string): string {
  const { pathname, search } = new URL(address);
  return `/${platform}${pathname}${search}`;
}

export function followersOf({ platform, followers }: Channel): string {
  const count = followers.toLocaleString("en-US");
  return `${count} ${platform === "youtube" ? "subscribers" : "followers"}`;
}

export const STUDIO_STYLE = raw(`<style>
.two { display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr)); align-items: start; }
.two > .card, .column > .card { margin: 0; }
.column { display: grid; gap: 16px; }
.list { list-style: none; padding: 0; margin: 12px 0; background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; }
.list li + li { border-top: 1px solid var(--line); }
.list a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 12px; padding: 12px 16px; color: inherit; text-decoration: none; }
.list a:hover { background: var(--wash); }
.list strong { font-weight: 600; overflow-wrap: anywhere; }
.list .soft { font-size: 13px; }
.list .badge { align-self: start; }
.list .badges { display: flex; flex-wrap: wrap; gap: 4px; justify-content: end; align-content: start; }
@media (max-width: 520px) { .list .badges { display: grid; justify-items: end; } }
label input, label select, label textarea { font-weight: 400; }
textarea.tall { min-height: 160px; }
</style>`);
