/** One post: its addresses to copy, its words to change, whether the world can see it, and what machines get instead. */
import { badge, button, facts, html, type Markup, page, time } from "../../frame/page";
import { postUrl, shortUrl } from "../world/addresses";
import type { Post, PostState } from "../world/platform";
import { captionLabel, paidLabel, TITLED } from "./field-labels";
import {
  channelPath,
  copyField,
  localPath,
  oddBadge,
  STUDIO_STYLE,
  type Studio,
  stateBadge,
  studioPage,
} from "./layout";
import { coauthorsForm, numbersForm, oddForm, productsForm, visibilityForm } from "./post-traits";

export function postPage(studio: Studio, post: Post): Markup {
  const { world } = studio;
  const { id, platform, handle, title, caption } = post;
  const channel = world.channel(platform, handle);
  const url = postUrl(post);
  return page({
    ...studioPage(studio, platform),
    title,
    body: html`${STUDIO_STYLE}
<h1>${title}</h1>
<p class="row">${stateBadge(world, post)}${post.paid_label ? badge("labelled as paid", "warn") : ""}${oddBadge(post)}
<a href="${channelPath(post)}">${channel?.name ?? handle}</a></p>
<section class="card stack">
${copyField("Public address", url)}
${copyField("Short link, as a phone shares it", shortUrl(post))}
<div class="row">${stateButtons(post)}<a class="button" href="${localPath(platform, url)}">As visitors see it</a></div>
</section>
<div class="two">
<div class="column">
<form class="card stack" method="post" action="/posts/${id}">
<h2>Edit</h2>
${TITLED.has(platform) ? html`<label>Title<input name="title" value="${title}" required maxlength="200"></label>` : ""}
<label>${captionLabel(platform)}<textarea class="tall" name="caption">${caption}</textarea></label>
<label class="check"><input type="checkbox" name="paid_label" ${post.paid_label ? "checked" : ""}> ${paidLabel(platform)}</label>
<div><button class="main">Save</button></div>
</form>
${visibilityForm(post)}
</div>
<div class="column">
<section class="card">${facts([
      ["Id", html`<code>${id}</code>`],
      ["Kind", post.kind],
      ["Published", time(post.published_at)],
      ["Edited", time(post.edited_at)],
    ])}</section>
${platform === "amazon" ? productsForm(post) : numbersForm(post, world.figures(post))}
${platform === "instagram" ? coauthorsForm(post) : ""}
${oddForm(post)}
</div>
</div>`,
  });
}

function stateButtons({ id, state }: Post): Markup {
  const to = (next: PostState, text: string, look: "" | "main" | "danger") =>
    button(`/posts/${id}/state`, text, { state: next }, look);
  if (state === "deleted") return to("public", "Restore", "main");
  return html`${state === "private" ? to("public", "Make public", "main") : to("private", "Make private", "")}${to(
    "deleted",
    "Delete",
    "danger",
  )}`;
}
