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

export function stateBadge(world: World, post: Post): Markup | string {
  const seen = world.seen(post);
  if (post.state === "public" && seen === "private") return badge("scheduled", "busy");
  if (post.state === "public") return badge("public", "good");
  return badge(post.state, post.state === "private" ? "warn" : "bad");
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
.two > .card { margin: 0; }
.list { list-style: none; padding: 0; margin: 12px 0; background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; }
.list li + li { border-top: 1px solid var(--line); }
.list a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 12px; padding: 12px 16px; color: inherit; text-decoration: none; }
.list a:hover { background: var(--wash); }
.list strong { font-weight: 600; overflow-wrap: anywhere; }
.list .soft { font-size: 13px; }
.list .badge { align-self: start; }
label input, label select, label textarea { font-weight: 400; }
textarea.tall { min-height: 160px; }
</style>`);
