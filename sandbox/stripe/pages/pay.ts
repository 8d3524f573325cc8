/** The pay page of a Checkout Session, and the bank's question of 3-D Secure behind it. */

import { type Context, Hono } from "hono";
import type Stripe from "stripe";
import { known } from "../../frame/known";
import { html, type Markup } from "../../frame/page";
import { findCard, TEST_CARDS, type TestCard } from "../money/cards";
import { shown } from "../money/currency";
import { answerChallenge, payCheckout, sessionOf, successUrl } from "../resources/checkout-pay";
import { lineItemsOf } from "../resources/checkout-session-object";
import { idOf, type World } from "../world";
import { checkoutBox, checkoutDocument } from "./checkout-style";
import { fill, type Words, wordsFor } from "./words";

const SHOWN_FIRST = ["success", "decline", "insufficient_funds", "3ds"];

export function makePayPages(world: World): Hono {
  const app = new Hono();
  app.get("/pay/:id", (context) => payPage(context, world));
  app.post("/pay/:id", (context) => pay(context, world));
  app.get("/challenge/:id", (context) => challengePage(context, world));
  app.post("/challenge/:id", (context) => answer(context, world));
  return app;
}

function sessionIn(context: Context, world: World): Stripe.Checkout.Session | undefined {
  return world.tables.sessions.get(context.req.param("id") ?? "");
}

function wordsIn(context: Context, session?: Stripe.Checkout.Session): Words {
  return wordsFor(session?.locale, context.req.header("accept-language"));
}

function payPage(context: Context, world: World): Response | Promise<Response> {
  const session = sessionIn(context, world);
  const words = wordsIn(context, session);
  if (!session)
    return context.html(checkoutBox(words, words.expired_title, html`<p>${words.expired_text}</p>`), 404);
  if (session.status !== "open") return context.html(overPage(session, words));
  return context.html(
    checkoutDocument(
      words,
      words.pay_to,
      html`<div class="sheet">${summary(world, session, words)}${paymentPanel(world, session, words)}</div>`,
    ),
  );
}

function overPage(session: Stripe.Checkout.Session, words: Words): Markup {
  if (session.status === "expired")
    return checkoutBox(
      words,
      words.expired_title,
      html`<p>${words.expired_text}</p>${session.cancel_url ? html`<a class="button" href="${session.cancel_url}">${words.back}</a>` : ""}`,
    );
  return checkoutBox(
    words,
    words.paid_title,
    html`<p>${session.payment_status === "paid" ? words.paid_text : words.processing_text}</p><a class="button" href="${successUrl(session)}">${words.continue}</a>`,
  );
}

function summary(world: World, session: Stripe.Checkout.Session, words: Words): Markup {
  const amount = (minor: number) => shown(minor, session.currency ?? "usd", words.lang);
  const pictures = world.tables.tickets.get(session.id)?.pictures ?? [];
  const items = lineItemsOf(world, session.id, 100).data.map((item, index) => {
    const quantity = item.quantity ?? 1;
    const name = item.description ?? "";
    const picture = pictures[index];
    return html`<li>${picture ? html`<img src="${picture}" alt="">` : html`<span class="mark" aria-hidden="true">${name.slice(0, 1)}</span>`}
<span><strong>${name}</strong>${quantity > 1 ? html`<small>${fill(words.quantity, { count: quantity })} · ${fill(words.each, { amount: amount(item.price.unit_amount ?? 0) })}</small>` : ""}</span>
<span class="price">${amount(item.amount_total)}</span></li>`;
  });
  return html`<section class="side"><div class="inner">
<div class="top">${session.cancel_url ? html`<a href="${session.cancel_url}">← ${words.back}</a>` : html`<span></span>`}<span class="pill">${words.test_mode}</span></div>
<h1>${words.pay_to}</h1>
<div class="amount">${amount(session.amount_total ?? 0)}</div>
<ul class="items">${items}</ul>
<div class="sum"><span>${words.total}</span><span>${amount(session.amount_total ?? 0)}</span></div>
</div></section>`;
}

function paymentPanel(world: World, session: Stripe.Checkout.Session, words: Words): Markup {
  const intent = world.tables.payment_intents.get(idOf(session.payment_intent) ?? "");
  const problem = intent?.last_payment_error?.message;
  const first = SHOWN_FIRST.map((key) => known(findCard(key), `the test card ${key}`));
  const rest = TEST_CARDS.filter((card) => !SHOWN_FIRST.includes(card.key));
  const amount = shown(session.amount_total ?? 0, session.currency ?? "usd", words.lang);
  return html`<main class="pay"><div class="inner">
${problem ? html`<div class="alert" role="alert"><strong>${words.not_gone_through}</strong>${problem}</div>` : ""}
<form method="post">
${session.customer_email ? "" : html`<label class="field">${words.email}<input type="email" name="email" autocomplete="email" value="${session.customer_details?.email ?? ""}"></label>`}
<fieldset><legend>${words.method}</legend>
<div class="cards">${first.map((card, index) => choice(card, words, index === 0))}</div>
<details><summary>${words.more_cards}</summary><div class="cards">${rest.map((card) => choice(card, words, false))}</div></details>
</fieldset>
<label class="field">${words.name}<input type="text" name="name" autocomplete="cc-name" value="${session.customer_details?.name ?? ""}"></label>
<button>${fill(words.pay, { amount })}</button>
</form>
<p class="small">${words.nothing_real}</p>
${session.cancel_url ? html`<p class="small"><a href="${session.cancel_url}">${words.leave}</a></p>` : ""}
</div></main>`;
}

function choice(card: TestCard, words: Words, checked: boolean): Markup {
  const label = words[`outcome_${card.key}` as keyof Words];
  return html`<label><input type="radio" name="card" value="${card.key}" ${checked ? "checked" : ""}><span>${label}</span><span class="number">${card.kind === "bank" ? words.bank : ""} •••• ${card.number.slice(-4)}</span></label>`;
}

async function pay(context: Context, world: World): Promise<Response> {
  const session = sessionIn(context, world);
  if (session?.status !== "open") return context.redirect(context.req.path, 303); // a second click finds it done
  const form = await context.req.parseBody();
  const card =
    findCard(String(form.card ?? "success")) ?? known(findCard("success"), "the test card success");
  const outcome = payCheckout(world, session, card, {
    email: typeof form.email === "string" ? form.email : undefined,
    name: typeof form.name === "string" ? form.name : undefined,
  });
  if (outcome === "requires_action")
    return context.redirect(`/challenge/${idOf(session.payment_intent)}`, 303);
  return context.redirect(outcome === "failed" ? `/pay/${session.id}` : successUrl(session), 303);
}

function challengePage(context: Context, world: World): Response | Promise<Response> {
  const intent = world.tables.payment_intents.get(context.req.param("id") ?? "");
  const session = intent && sessionOf(world, intent);
  const words = wordsIn(context, session);
  if (intent?.status !== "requires_action")
    return context.html(checkoutBox(words, words.challenge_title, html`<p>${words.challenge_over}</p>`), 410);
  const text = fill(words.challenge_text, {
    amount: shown(intent.amount, intent.currency, words.lang),
    last4: world.tables.payment_methods.get(idOf(intent.payment_method) ?? "")?.card?.last4 ?? "3220",
  });
  return context.html(
    checkoutBox(
      words,
      words.challenge_title,
      html`<p>${words.bank_of} · 3-D Secure</p><p>${text}</p>
<form method="post"><button name="answer" value="passed">${words.challenge_pass}</button>
<button class="quiet" name="answer" value="failed">${words.challenge_fail}</button></form>`,
    ),
  );
}

async function answer(context: Context, world: World): Promise<Response> {
  const intent = world.tables.payment_intents.get(context.req.param("id") ?? "");
  if (intent?.status !== "requires_action") return context.redirect(context.req.path, 303);
  const form = await context.req.parseBody();
  answerChallenge(world, intent, form.answer === "passed" ? "passed" : "failed");
  const session = sessionOf(world, intent);
  if (!session) return context.redirect(context.req.path, 303);
  return context.redirect(session.status === "complete" ? successUrl(session) : `/pay/${session.id}`, 303);
}
