/** The onboarding page behind an account link, and the Express dashboard behind a login link. */
import { type Context, Hono } from "hono";
import { html, type Markup } from "../../frame/page";
import { shown } from "../money/currency";
import { type AccountOutcome, settleAccount } from "../resources/account-outcomes";
import type { LinkTicket, StoredAccount, World } from "../world";
import { checkoutBox } from "./checkout-style";
import { type Words, wordsFor } from "./words";

const ENDS = ["complete", "pending", "restricted", "unsupported_country"] as const satisfies AccountOutcome[];

export function makeOnboardingPages(world: World): Hono {
  const app = new Hono();
  app.get("/onboard/:account", (context) => onboardingPage(context, world));
  app.post("/onboard/:account", (context) => finish(context, world));
  app.get("/express/:account", (context) => expressPage(context, world));
  return app;
}

type Visit = { account: StoredAccount; link: LinkTicket; stale: boolean };

/** Who comes by which link; a link that was used or is over leads back to where a new one is made. */
function visit(context: Context, world: World): Visit | undefined {
  const link = world.tables.account_links.get(context.req.query("link") ?? "");
  const account = world.tables.accounts.get(context.req.param("account") ?? "");
  if (!link || !account || account.gone || link.account !== account.id) return undefined;
  return { account, link, stale: link.used || link.expires_at < world.now_s() };
}

function wordsIn(context: Context): Words {
  return wordsFor(null, context.req.header("accept-language"));
}

function onboardingPage(context: Context, world: World): Response | Promise<Response> {
  const words = wordsIn(context);
  const found = visit(context, world);
  if (!found) return context.html(checkoutBox(words, words.expired_title, html``), 404);
  if (found.stale) return context.redirect(found.link.refresh_url, 303);
  const { account } = found;
  return context.html(
    checkoutBox(
      words,
      words.onboard_title,
      html`<p>${words.onboard_text}</p>
<dl><dt>${words.onboard_account}</dt><dd>${account.email ?? account.id}</dd>
<dt>${words.onboard_country}</dt><dd>${account.country}</dd>
<dt>${words.onboard_now}</dt><dd>${stateOf(account, words)}</dd></dl>
<form method="post">${ENDS.map((end, index) => way(end, words[`end_${end}`], words[`end_${end}_text`], index === 0))}${way("later", words.end_later, words.end_later_text, false)}</form>`,
    ),
  );
}

function way(value: string, title: string, text: string, first: boolean): Markup {
  return html`<button class="way ${first ? "first" : ""}" name="outcome" value="${value}">${title}<small>${text}</small></button>`;
}

function stateOf(account: StoredAccount, words: Words): string {
  const reason = account.requirements?.disabled_reason ?? "";
  if (reason.startsWith("rejected")) return words.state_rejected;
  if (reason === "under_review") return words.state_disabled;
  if (!account.details_submitted) return words.state_new;
  if (account.capabilities?.transfers === "active" && account.payouts_enabled) return words.state_active;
  return account.capabilities?.transfers === "pending" ? words.state_pending : words.state_restricted;
}

async function finish(context: Context, world: World): Promise<Response> {
  const found = visit(context, world);
  if (!found) return context.notFound();
  if (found.stale) return context.redirect(found.link.refresh_url, 303);
  const form = await context.req.parseBody();
  const outcome = ENDS.find((end) => end === form.outcome);
  found.link.used = true;
  world.tables.account_links.save(found.link);
  if (outcome) settleAccount(world, found.account, outcome);
  return context.redirect(found.link.return_url, 303);
}

function expressPage(context: Context, world: World): Response | Promise<Response> {
  const words = wordsIn(context);
  const account = world.tables.accounts.get(context.req.param("account") ?? "");
  if (!account || account.gone) return context.html(checkoutBox(words, words.expired_title, html``), 404);
  const zh = words.lang !== "en";
  const funds = world.balances.currencies(account.id).map((code) => {
    const { available_minor, pending_minor } = world.balances.of(account.id, code);
    return html`<dt>${zh ? "可用" : "Available"}</dt><dd>${shown(available_minor, code, words.lang)}</dd>
<dt>${zh ? "在途" : "On its way"}</dt><dd>${shown(pending_minor, code, words.lang)}</dd>`;
  });
  const payouts = world.tables.payouts.all(account.id).reverse().slice(0, 20);
  return context.html(
    checkoutBox(
      words,
      zh ? "您的收款账户" : "Your payouts",
      html`<p>${account.email ?? account.id} · ${stateOf(account, words)}</p>
<dl>${funds.length ? funds : html`<dt>${zh ? "可用" : "Available"}</dt><dd>${shown(0, account.default_currency ?? "usd", words.lang)}</dd>`}</dl>
<dl>${payouts.map((payout) => html`<dt>${new Date(payout.created * 1000).toISOString().slice(0, 10)} · ${payout.status}</dt><dd>${shown(payout.amount, payout.currency, words.lang)}</dd>`)}</dl>
<p class="small">${zh ? "每日自动提现到您的银行账户。" : "Available money goes to your bank every day."}</p>`,
    ),
  );
}
