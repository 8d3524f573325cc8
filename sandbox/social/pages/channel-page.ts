/** One channel: what it says of itself, publishing, and its posts. */
import { html, type Markup, page, time } from "../../frame/page";
import { channelUrl } from "../world/addresses";
import { CHANNEL_STATES, type Channel, KINDS, type Post } from "../world/platform";
import { captionLabel, descriptionLabel, paidLabel, TITLED } from "./field-labels";
import { check, choice, textField } from "./fields";
import {
  channelPath,
  copyField,
  followersOf,
  localPath,
  oddBadge,
  STUDIO_STYLE,
  type Studio,
  stateBadge,
  studioPage,
} from "./layout";
import { CHANNEL_STATE_LABELS } from "./odd-labels";

export function channelPage(studio: Studio, channel: Channel): Markup {
  const { world } = studio;
  const { platform, handle, name, description, followers } = channel;
  const posts = world.postsOf(platform, handle);
  const url = channelUrl(channel);
  return page({
    ...studioPage(studio, platform),
    title: name,
    body: html`${STUDIO_STYLE}
<h1>${name}</h1>
<p class="soft">${platform === "amazon" ? "/shop/" : "@"}${handle} · ${followersOf(channel)} · <a href="${localPath(platform, url)}">as visitors see it</a></p>
<div class="two">
<form class="card stack" method="post" action="${channelPath(channel)}/posts">
<h2>Publish</h2>
${TITLED.has(platform) ? html`<label>Title<input name="title" required maxlength="200"></label>` : ""}
<label>${captionLabel(platform)}<textarea class="tall" name="caption" required></textarea></label>
<label>Kind<select name="kind">${KINDS[platform].map((kind) => html`<option value="${kind}">${kind}</option>`)}</select></label>
<label class="check"><input type="checkbox" name="paid_label"> ${paidLabel(platform)}</label>
<details><summary>Publish at another time</summary>
<label>Time (UTC), by the sandbox's clock<input type="datetime-local" name="published_at"></label></details>
<div><button class="main">Publish</button></div>
</form>
<div class="column">
<form class="card stack" method="post" action="/studio/${platform}/channels">
<h2>The channel</h2>
${copyField("Public address", url)}
<input type="hidden" name="handle" value="${handle}">
<label>Name<input name="name" value="${name}" maxlength="100"></label>
<label>${descriptionLabel(platform)}<textarea name="description">${description}</textarea></label>
<label>Followers<input name="followers" type="number" min="0" value="${followers}"></label>
<div><button>Save</button></div>
</form>
${accountForm(channel)}
</div>
</div>
<h2>Posts</h2>
${
  posts.length > 0
    ? html`<ul class="list">${posts.map((post) => postRow(studio, post))}</ul>`
    : html`<p class="empty">Nothing published yet.</p>`
}`,
  });
}

/** What the channel's owner, or the platform, does to the account itself. */
function accountForm(channel: Channel): Markup {
  const states = CHANNEL_STATES.map((state) => [state, CHANNEL_STATE_LABELS[state]] as const);
  return html`<form class="card stack" method="post" action="${channelPath(channel)}/account">
<h2>The account</h2>
${textField("Handle", "handle", channel.handle)}
<p class="soft">With another handle the id, the posts and the followers stay, and the old handle is free.</p>
${choice("State", "state", states, channel.state)}
${channel.platform === "youtube" ? check("Hide the number of subscribers", "hidden_followers", channel.hidden_followers) : ""}
<dl><dt>Id</dt><dd><code>${channel.external_id}</code></dd></dl>
<div><button>Save</button></div>
</form>`;
}

function postRow({ world }: Studio, post: Post): Markup {
  const text = TITLED.has(post.platform) ? post.title : post.caption.split("\n")[0] || post.title;
  return html`<li><a href="/posts/${post.id}"><strong>${text}</strong><span class="badges">${oddBadge(post)}${stateBadge(world, post)}</span>
<span class="soft">${post.kind} · ${time(post.published_at)}</span></a></li>`;
}
