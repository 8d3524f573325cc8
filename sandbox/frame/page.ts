/**
 * The frame around every page a person sees in the sandbox: server-rendered, without scripts, with one row of links to
 * all emulators. Values put into `html` are escaped; `Markup` is what `html` makes and what `page` takes and gives
 * (`context.html(page(…))` in hono).
 */
import { html, raw } from "hono/html";
import { STYLE } from "./style";

export { html, raw };

export type Markup = ReturnType<typeof html>;

export type NavLink = { name: string; title: string; url: string };

/** What the row of links needs. `links` is filled once all emulators listen; `current` names the one whose page it is. */
export type Nav = { current: string; links: NavLink[]; now: () => Date };

export type PageOptions = {
  title: string;
  /** Left out on pages that stand for somebody else's (a pay page, a watch page): then only `body` is shown, narrow. */
  nav?: Nav;
  /** An emulator's own pages, as a second row of links. `path` is compared with `here`. */
  sections?: Array<{ path: string; title: string }>;
  here?: string;
  /** Reloads the page automatically after so many seconds, for pages that watch something. */
  refresh_seconds?: number;
  body: Markup | string;
};

export function page(options: PageOptions): Markup {
  const { nav, refresh_seconds } = options;
  const title = nav ? `${options.title} · Postbond sandbox` : options.title;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh_seconds ? html`<meta http-equiv="refresh" content="${refresh_seconds}">` : ""}
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(STYLE)}</style>
</head>
<body>
${nav ? mast(nav) : ""}
${options.sections ? sectionRow(options.sections, options.here) : ""}
<main class="${nav ? "" : "narrow"}">${options.body}</main>
</body>
</html>`;
}

function mast(nav: Nav): Markup {
  const home = nav.links.find((link) => link.name === "home");
  return html`<header class="mast"><div>
<div class="name"><a href="${home?.url ?? "/"}">Postbond sandbox</a>${time(nav.now())}</div>
<nav class="services" aria-label="Sandbox">${nav.links.map(
    (link) =>
      html`<a href="${link.url}"${link.name === nav.current ? raw(' aria-current="page"') : ""}>${link.title}</a>`,
  )}</nav>
</div></header>`;
}

function sectionRow(sections: NonNullable<PageOptions["sections"]>, here: string | undefined): Markup {
  return html`<nav class="sections" aria-label="Pages">${sections.map(
    (section) =>
      html`<a href="${section.path}"${section.path === here ? raw(' aria-current="page"') : ""}>${section.title}</a>`,
  )}</nav>`;
}

/** An instant, in UTC to the second; empty for none. */
export function time(instant: Date | string | undefined | null): Markup | string {
  if (!instant) return "";
  const iso = new Date(instant).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`;
}

export type Tone = "good" | "warn" | "bad" | "busy" | "plain";

export function badge(text: string, tone: Tone = "plain"): Markup {
  return html`<span class="badge ${tone}">${text}</span>`;
}

type Column = string | { name: string; figures: true };

/** A column of figures: they stand at its right edge, so that their places line up. */
export const figures = (name: string): Column => ({ name, figures: true });

/**
 * A table, or `empty` (what to do to fill it) when there are no rows. On a phone each row becomes a card, whose title is the first cell.
 */
export function table(head: Column[], rows: Array<Array<Markup | string | number>>, empty: string): Markup {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  return html`<div class="scroll"><table class="cards">
<thead><tr>${head.map(headOf)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell, index) => cellOf(cell, head[index]))}</tr>`)}</tbody>
</table></div>`;
}

/** What has no name (a column of buttons) is no header. */
function headOf(column: Column): Markup {
  return column === "" ? html`<td></td>` : html`<th scope="col"${classOf(column)}>${nameOf(column)}</th>`;
}

function cellOf(cell: Markup | string | number, column: Column = ""): Markup {
  return cell === ""
    ? html`<td></td>`
    : html`<td data-name="${nameOf(column)}"${classOf(column)}><div>${cell}</div></td>`;
}

const nameOf = (column: Column) => (typeof column === "string" ? column : column.name);
const classOf = (column: Column) => (typeof column === "string" ? "" : raw(' class="figures"'));

/** Names and values beside each other; values left undefined are not shown. */
export function facts(pairs: Array<[string, Markup | string | number | undefined]>): Markup {
  return html`<dl>${pairs
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** One button that posts `fields` to `action`. */
export function button(
  action: string,
  text: string,
  fields: Record<string, string> = {},
  look: "" | "main" | "danger" | "small" | "small danger" = "",
): Markup {
  return html`<form method="post" action="${action}">${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button class="${look}">${text}</button></form>`;
}

export function json(value: unknown): Markup {
  return html`<pre>${JSON.stringify(value, null, 2) ?? "–"}</pre>`;
}
