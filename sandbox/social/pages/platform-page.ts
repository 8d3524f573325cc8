/** One platform: its channels, a new one, and a switch that takes the platform down. */
import { button, html, type Markup, page } from "../../frame/page";
import { type Channel, PLATFORM_NAMES, type Platform } from "../world/platform";
import { descriptionLabel } from "./field-labels";
import { channelPath, followersOf, STUDIO_STYLE, type Studio, studioPage } from "./layout";

export function platformPage(studio: Studio, platform: Platform): Markup {
  const { world } = studio;
  const name = PLATFORM_NAMES[platform];
  const channels = world.channelsOf(platform);
  return page({
    ...studioPage(studio, platform),
    title: name,
    body: html`${STUDIO_STYLE}
<h1>${name}</h1>
<p class="lead">Be any channel here: publish a post, change it, hide it, delete it. The app reads it as it would read ${name}.</p>
${outageCard(studio, platform)}
${
  channels.length > 0
    ? html`<ul class="list">${channels.map((channel) => channelRow(studio, channel))}</ul>`
    : html`<p class="empty">No channel yet. Make one below, with the handle that a creator gives in the app.</p>`
}
<form class="card stack" method="post" action="/studio/${platform}/channels">
<h2>New channel</h2>
<label>Handle<input name="handle" required maxlength="60" autocapitalize="none" placeholder="mia.makes"></label>
<label>Name<input name="name" maxlength="100" placeholder="Mia Makes"></label>
<label>Followers<input name="followers" type="number" min="0" inputmode="numeric" placeholder="12000"></label>
<label>${descriptionLabel(platform)}<textarea name="description"></textarea></label>
<div><button class="main">Make the channel</button></div>
</form>`,
  });
}

function channelRow({ world }: Studio, channel: Channel): Markup {
  const count = world.postsOf(channel.platform, channel.handle).length;
  return html`<li><a href="${channelPath(channel)}"><strong>${channel.name}</strong>
<span class="soft">${count} ${count === 1 ? "post" : "posts"}</span>
<span class="soft">${channel.platform === "amazon" ? "/shop/" : "@"}${channel.handle} · ${followersOf(channel)}</span></a></li>`;
}

function outageCard({ outages }: Studio, platform: Platform): Markup {
  const outage = outages.of(platform);
  const action = `/studio/${platform}/outage`;
  if (outage !== undefined)
    return html`<div class="note bad"><div class="row apart"><span><strong>${PLATFORM_NAMES[platform]} is down.</strong>
${outage === "timeout" ? "It does not answer at all." : `It answers ${outage} to everything.`}</span>
${button(action, "Bring it back", { outage: "" }, "main")}</div></div>`;
  return html`<details class="note"><summary>Take ${PLATFORM_NAMES[platform]} down</summary>
<div class="row" style="padding: 8px 0">${button(action, "Server error (500)", { outage: "500" })}${button(
    action,
    "Too many requests (429)",
    { outage: "429" },
  )}${button(action, "No answer", { outage: "timeout" })}</div></details>`;
}
