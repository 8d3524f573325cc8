/** The forms that make a post unlike the usual one: who may see it, its numbers, and odd answers. */
import { html, type Markup } from "../../frame/page";
import type { Figures } from "../world/figures";
import { ODD_KINDS } from "../world/odd";
import { type Post, STATES_OF, UPLOADS } from "../world/platform";
import { check, choice, figureText, instantField, textField } from "./fields";
import { ODD_LABELS, SURFACE_LABELS, SURFACES_OF, stateLabel, UPLOAD_LABELS } from "./odd-labels";

export function visibilityForm(post: Post): Markup {
  const { id, platform } = post;
  const youtube = platform === "youtube";
  const states = STATES_OF[platform].map((state) => [state, stateLabel(platform, state)] as const);
  return html`<form class="card stack" method="post" action="/posts/${id}/visibility">
<h2>Who can see it</h2>
${choice("Visibility", "state", states, post.state)}
${instantField("Published at (UTC, by the sandbox's clock)", "published_at", post.published_at)}
${youtube ? check("Announce it as a premiere while that is to come", "premiere", post.premiere) : ""}
${
  youtube
    ? choice(
        "Upload",
        "upload",
        UPLOADS.map((upload) => [upload, UPLOAD_LABELS[upload]] as const),
        post.upload,
      )
    : ""
}
${platform === "amazon" ? "" : check("Age-restricted", "age_restricted", post.age_restricted)}
${platform === "amazon" ? "" : check("Other sites may embed it", "embeddable", post.embeddable)}
${platform === "amazon" ? "" : instantField("Interfaces know it from (empty: at once)", "listed_at", post.listed_at)}
${youtube ? textField("Blocked in (country codes)", "blocked_in", post.blocked_in.join(", "), "US, DE") : ""}
${youtube ? textField("Allowed only in", "allowed_in", post.allowed_in?.join(", ") ?? "", "everywhere") : ""}
<div><button class="main">Save</button></div>
</form>`;
}

export function numbersForm(post: Post, now: Figures): Markup {
  const { id, platform } = post;
  const shown = (figure: number | null) => figure?.toLocaleString("en-US") ?? "hidden";
  return html`<form class="card stack" method="post" action="/posts/${id}/numbers">
<h2>Numbers</h2>
<p class="soft">Left empty, a number grows with the post's age. “hidden” keeps it from visitors.</p>
${platform === "instagram" ? "" : textField("Views", "views", figureText(post.views), shown(now.views))}
${textField("Likes", "likes", figureText(post.likes), shown(now.likes))}
${textField("Comments", "comments", figureText(post.comments), shown(now.comments))}
<div><button>Save</button></div>
</form>`;
}

export function coauthorsForm({ id, coauthors }: Post): Markup {
  return html`<form class="card stack" method="post" action="/posts/${id}/coauthors">
<h2>Collab</h2>
${textField("Other authors", "coauthors", coauthors.map((handle) => `@${handle}`).join(", "), "@bob.lamps")}
<div><button>Save</button></div>
</form>`;
}

export function productsForm({ id, products }: Post): Markup {
  const lines = products.map(({ asin, title }) => `${asin} ${title}`).join("\n");
  return html`<form class="card stack" method="post" action="/posts/${id}/products">
<h2>Products</h2>
<label>One a line: ASIN and title<textarea name="products" placeholder="B0ABCDEF12 Lumen lamp">${lines}</textarea></label>
<div><button>Save</button></div>
</form>`;
}

export function oddForm({ id, platform, odd }: Post): Markup {
  const kinds = ODD_KINDS.filter((kind) => kind !== "profile_embed" || platform === "tiktok");
  return html`<form class="card stack" method="post" action="/posts/${id}/odd">
<h2>Odd answers</h2>
<p class="soft">What machines get instead of this post, as platforms do it now and then.</p>
${choice("Answer with", "kind", [["", "The post itself"], ...kinds.map((kind) => [kind, ODD_LABELS[kind]] as const)], odd?.kind ?? "")}
${choice(
  "Where",
  "at",
  SURFACES_OF[platform].map((at) => [at, SURFACE_LABELS[at]] as const),
  odd?.at ?? "all",
)}
<div><button>Save</button></div>
</form>`;
}
