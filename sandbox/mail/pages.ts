/** The mailbox as a person sees it: every message the app sent, searched by recipient, read as HTML, text or headers. */
import { type Context, Hono } from "hono";
import type { EmulatorContext } from "../frame/emulator";
import { button, facts, html, type Markup, page, raw, time } from "../frame/page";
import type { Faults } from "./faults";
import type { Mailbox } from "./mailbox";
import type { Message } from "./message";
import { FRAME_POLICY, framed, linked, linksOf } from "./reading";

const PER_PAGE = 50;
const VIEWS = ["html", "text", "headers"] as const;
type View = (typeof VIEWS)[number];
const TITLES: Record<View, string> = { html: "As sent", text: "Plain text", headers: "Headers" };

type Parts = { mailbox: Mailbox; faults: Faults; context: EmulatorContext };

export function makePages(parts: Parts): Hono {
  const { mailbox, faults } = parts;
  const pages = new Hono();

  pages.get("/", (c) => showList(c, parts));

  pages.get("/messages/:id", (c) => {
    const message = mailbox.get(c.req.param("id"));
    return message ? showMessage(c, parts, message) : gone(c, parts);
  });

  pages.get("/messages/:id/body", (c) => {
    const message = mailbox.get(c.req.param("id"));
    if (!message) return c.notFound();
    return c.html(framed(message), 200, { "content-security-policy": FRAME_POLICY });
  });

  pages.post("/empty", (c) => {
    mailbox.empty();
    return c.redirect("/", 303);
  });

  pages.post("/faults", async (c) => {
    const status = Number((await c.req.parseBody()).status);
    faults.set({ status: status === 429 || status === 500 ? status : null });
    return c.redirect("/", 303);
  });

  return pages;
}

function showList(c: Context, { mailbox, faults, context }: Parts) {
  const to = c.req.query("to")?.trim() ?? "";
  const from = Math.max(Number(c.req.query("from")) || 0, 0);
  const found = mailbox.find({ to });
  const shown = found.slice(from, from + PER_PAGE);
  const older = from + PER_PAGE < found.length;
  const olderLink = `/?${new URLSearchParams({ to, from: String(from + PER_PAGE) })}`;
  return c.html(
    page({
      title: "Mailbox",
      nav: context.nav,
      body: html`
<style>${raw(LIST_STYLE)}</style>
<h1>Mailbox</h1>
<p class="lead">Every email the app sent through Resend. None of them left this machine.</p>
<form class="search" method="get" action="/" role="search">
<input type="search" name="to" value="${to}" placeholder="Search by recipient" aria-label="Search by recipient">
<button class="main">Search</button></form>
${to ? html`<p class="soft">${found.length} to “${to}” · <a href="/">show all</a></p>` : ""}
${shown.length ? html`<ol class="messages">${shown.map(row)}</ol>` : nothing(to)}
${older ? html`<p><a class="button" href="${olderLink}">Older</a></p>` : ""}
${faultCard(faults)}
${found.length && !to ? button("/empty", "Delete all messages", {}, "small danger") : ""}`,
    }),
  );
}

function nothing(to: string): Markup {
  return to
    ? html`<p class="empty">Nothing was sent to “${to}”.</p>`
    : html`<p class="empty">Nothing yet. Sign up in the app, and the confirmation arrives here.</p>`;
}

function row(message: Message): Markup {
  return html`<li><a href="/messages/${message.id}">
<span class="to">${message.to.join(", ")}</span><span class="when">${time(message.created_at)}</span>
<span class="subject"><strong>${message.subject}</strong></span></a></li>`;
}

function faultCard(faults: Faults): Markup {
  const fault = faults.current;
  if (fault)
    return html`<section class="card"><h2>Sending fails</h2>
<p>Resend answers ${fault.status} to every request${fault.times ? html` (${fault.times} more)` : ""}.</p>
${button("/faults", "Let mail through again", { status: "" }, "main")}</section>`;
  return html`<section class="card"><h2>Make sending fail</h2>
<p class="soft">The app has to keep its mails and try again.</p><div class="row">
${button("/faults", "Too many requests (429)", { status: "429" })}
${button("/faults", "Resend is down (500)", { status: "500" })}</div></section>`;
}

function showMessage(c: Context, { context }: Parts, message: Message) {
  const asked = c.req.query("view") as View;
  const fallback: View = message.html ? "html" : "text";
  const view = VIEWS.includes(asked) ? asked : fallback;
  const path = `/messages/${message.id}`;
  const views = VIEWS.filter((name) => name === "headers" || message[name]);
  return c.html(
    page({
      title: message.subject,
      nav: context.nav,
      sections: [
        { path: "/", title: "← All mail" },
        ...views.map((name) => ({ path: `${path}?view=${name}`, title: TITLES[name] })),
      ],
      here: `${path}?view=${view}`,
      body: html`
<style>${raw(LIST_STYLE)}</style>
<h1>${message.subject}</h1>
${facts([
  ["To", html`<a href="/?${new URLSearchParams({ to: message.to[0] ?? "" })}">${message.to.join(", ")}</a>`],
  ["From", message.from],
  ["Copy", message.cc.join(", ")],
  ["Blind copy", message.bcc.join(", ")],
  ["Sent", time(message.created_at)],
])}
<div class="message-body">${bodyOf(message, view)}</div>
${view === "headers" ? "" : linkList(message)}`,
    }),
  );
}

function bodyOf(message: Message, view: View): Markup {
  if (view === "html")
    return html`<iframe class="message" title="${message.subject}" src="/messages/${message.id}/body"
 sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  if (view === "text") return html`<pre class="message-text">${linked(message.text ?? "")}</pre>`;
  return facts([
    ["Id", html`<code>${message.id}</code>`],
    ["Message-ID", html`<code>${message.message_id}</code>`],
    ["Reply-To", message.reply_to.join(", ") || "–"],
    ...message.tags.map(({ name, value }): [string, string] => [`Tag ${name}`, value]),
    ...Object.entries(message.headers),
  ]);
}

function linkList(message: Message): Markup | string {
  const links = linksOf(message);
  if (links.length === 0) return "";
  return html`<details><summary>Links in this message (${links.length})</summary><ul>
${links.map((address) => html`<li><a class="mono" href="${address}">${address}</a></li>`)}</ul></details>`;
}

function gone(c: Context, { context }: Parts) {
  const body = html`<h1>No such message</h1><p>It may have been deleted. <a href="/">All mail</a></p>`;
  return c.html(page({ title: "No such message", nav: context.nav, body }), 404);
}

const LIST_STYLE = `
.search { display: flex; gap: 8px; margin: 16px 0; max-width: 480px; }
.messages { list-style: none; padding: 0; margin: 12px 0; background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; }
.messages li + li { border-top: 1px solid var(--line); }
.messages a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 12px; padding: 12px 16px; color: inherit; text-decoration: none; }
.messages a:hover { background: var(--wash); }
.messages .to, .messages .when { font-size: 13px; color: var(--soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.messages strong { font-weight: 600; overflow-wrap: anywhere; }
.messages .subject { grid-column: 1 / -1; display: flex; justify-content: space-between; align-items: start; gap: 12px; }
.message-body { margin: 20px 0; }
.message { height: min(78vh, 900px); }
.message-text { max-height: none; font-size: 14px; padding: 20px; }
`;
