/**
 * A platform's page as a visitor without an account gets it: the tags that link previews and checkers read in its head, the
 * state that the platform's own scripts would read, and the words a person sees. No script runs.
 */
import { html, type Markup, raw, time } from "../../frame/page";
import { STYLE } from "../../frame/style";
import { postUrl } from "../world/addresses";
import type { Channel } from "../world/platform";
import type { World } from "../world/world";

type VisitorPage = {
  title: string;
  /** The canonical address on the real platform. */
  canonical?: string;
  /** og:title, og:description, description, … */
  meta?: Record<string, string>;
  /** What the platform embeds for its own scripts: the markup around it, and the object in it. */
  state?: { open: string; value: unknown; close: string };
  platform: string;
  body: Markup;
};

export function visitorPage({ title, canonical, meta = {}, state, platform, body }: VisitorPage): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${canonical ? html`<link rel="canonical" href="${canonical}"><meta property="og:url" content="${canonical}">` : ""}
${Object.entries(meta).map(([name, content]) => metaTag(name, content))}
<style>${raw(STYLE)}${raw(VISITOR_STYLE)}</style>
</head>
<body>
${state ? raw(state.open + scriptSafe(state.value) + state.close) : ""}
<p class="platform">${platform}</p>
<main class="narrow">${body}</main>
</body>
</html>`;
}

/** A page that says there is nothing here. */
export function nothingHere(platform: string, title: string, message: string): Markup {
  return visitorPage({ platform, title, body: html`<h1>${title}</h1><p class="soft">${message}</p>` });
}

/** Text with its line breaks. */
export function lines(text: string): Markup {
  return html`<p class="caption">${text}</p>`;
}

/** The posts that visitors find on a profile, linked to where this emulator shows them. */
export function postList(world: World, channel: Channel): Markup {
  const local = (url: string) => `/${channel.platform}${url.slice(new URL(url).origin.length)}`;
  return html`<ul class="posts">${world
    .visiblePostsOf(channel)
    .map(
      (post) =>
        html`<li><a href="${local(postUrl(post))}">${channel.platform === "youtube" || channel.platform === "amazon" ? post.title : post.caption || post.title}</a> <small>${time(post.published_at)}</small></li>`,
    )}</ul>`;
}

/** 12,000 as the platforms write it in English. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

function metaTag(name: string, content: string): Markup {
  return /^(?:og|instapp|al):/.test(name)
    ? html`<meta property="${name}" content="${content}">`
    : html`<meta name="${name}" content="${content}">`;
}

/** JSON that cannot end the script element it stands in. */
function scriptSafe(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028");
}

const VISITOR_STYLE = `
.platform { margin: 0; max-width: none; padding: 12px 16px; font-weight: 650; background: var(--card); border-bottom: 1px solid var(--line); }
main.narrow { max-width: 640px; }
.caption { white-space: pre-line; overflow-wrap: anywhere; }
.picture { display: grid; place-items: center; aspect-ratio: 16 / 9; border-radius: var(--radius); background: var(--wash); color: var(--soft); margin-bottom: 16px; }
.picture.tall { aspect-ratio: 4 / 5; max-height: 60vh; }
.posts { padding: 0; list-style: none; }
.posts li { padding: 10px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
`;
