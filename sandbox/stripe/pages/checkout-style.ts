/** The look of the pages that stand for Stripe's own: a checkout that does not pretend to be part of the marketplace. */
import { html, type Markup, raw } from "../../frame/page";
import type { Words } from "./words";

const STYLE = `
:root { color-scheme: light dark; --page:#f7f8fa; --side:#11243b; --side-ink:#f4f7fb; --side-soft:#a9bad0; --card:#fff; --ink:#18222f; --soft:#5b6876; --line:#dde2e8; --accent:#2454d6; --accent-ink:#fff; --bad:#a8231b; --bad-wash:#fdecea; --good:#17663a; --pick:#eef3ff; }
@media (prefers-color-scheme: dark) { :root { --page:#0f141a; --side:#0a1420; --side-ink:#edf2f8; --side-soft:#91a4bb; --card:#18202a; --ink:#e9eef4; --soft:#9aa8b7; --line:#2b3643; --accent:#6f97ff; --accent-ink:#08142e; --bad:#ffa8a0; --bad-wash:#3c1d1b; --good:#86d9a6; --pick:#1b2a47; } }
* { box-sizing: border-box; }
body { margin:0; min-height:100vh; background:var(--page); color:var(--ink); font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC",sans-serif; }
a { color:inherit; }
:focus-visible { outline:2px solid var(--accent); outline-offset:2px; border-radius:8px; }
.sheet { display:grid; min-height:100vh; grid-template-rows:auto 1fr; }
.side { background:var(--side); color:var(--side-ink); padding:20px 20px 28px; }
.side .inner, .pay .inner { max-width:460px; margin:0 auto; width:100%; }
.top { display:flex; align-items:center; justify-content:space-between; gap:12px; font-size:14px; margin-bottom:20px; }
.top a { color:var(--side-soft); text-decoration:none; } .top a:hover { color:var(--side-ink); }
.pill { font-size:12px; font-weight:650; letter-spacing:.02em; padding:3px 10px; border-radius:99px; background:#f5b83d; color:#332100; }
.side h1 { font-size:15px; font-weight:500; color:var(--side-soft); margin:0; }
.amount { font-size:clamp(34px,10vw,44px); font-weight:650; letter-spacing:-.03em; line-height:1.15; margin:2px 0 22px; font-variant-numeric:tabular-nums; }
.items { list-style:none; margin:0; padding:0; display:grid; gap:14px; }
.items li { display:grid; grid-template-columns:auto 1fr auto; gap:12px; align-items:center; }
.items img, .items .mark { width:42px; height:42px; border-radius:8px; object-fit:cover; background:#ffffff1a; display:grid; place-items:center; font-weight:650; color:var(--side-soft); }
.items strong { font-weight:550; display:block; overflow-wrap:anywhere; } .items small { color:var(--side-soft); font-size:13px; }
.items .price, .sum span:last-child { font-variant-numeric:tabular-nums; white-space:nowrap; }
.sum { display:flex; justify-content:space-between; border-top:1px solid #ffffff26; margin-top:18px; padding-top:14px; font-weight:600; }
.pay { padding:26px 20px 40px; background:var(--page); }
.pay h2 { font-size:20px; letter-spacing:-.015em; margin:0 0 14px; }
.pay form { display:grid; gap:16px; }
label.field { display:grid; gap:5px; font-size:14px; font-weight:550; }
input[type=email], input[type=text] { font:inherit; color:inherit; background:var(--card); border:1px solid var(--line); border-radius:10px; padding:11px 13px; width:100%; }
fieldset { border:0; margin:0; padding:0; min-width:0; } legend { font-size:14px; font-weight:550; padding:0; margin-bottom:6px; }
.cards { background:var(--card); border:1px solid var(--line); border-radius:12px; overflow:hidden; }
.cards label { display:grid; grid-template-columns:auto 1fr auto; gap:12px; align-items:center; padding:12px 14px; cursor:pointer; border-top:1px solid var(--line); }
.cards label:first-child { border-top:0; } .cards label:has(input:checked) { background:var(--pick); }
.cards input { accent-color:var(--accent); width:18px; height:18px; margin:0; }
.cards .number { color:var(--soft); font-size:14px; font-variant-numeric:tabular-nums; white-space:nowrap; }
details summary { cursor:pointer; font-size:14px; color:var(--soft); padding:8px 2px; }
button { font:inherit; font-weight:650; border:0; border-radius:10px; padding:13px 18px; min-height:50px; width:100%; cursor:pointer; background:var(--accent); color:var(--accent-ink); }
button:hover { filter:brightness(1.08); } button.quiet { background:transparent; color:var(--ink); border:1px solid var(--line); font-weight:550; }
.alert { background:var(--bad-wash); color:var(--bad); border-radius:10px; padding:12px 14px; margin:0 0 16px; font-size:15px; } .alert strong { display:block; }
.small { color:var(--soft); font-size:13.5px; margin:16px 0 0; text-align:center; }
.plain { max-width:520px; margin:0 auto; padding:32px 20px 48px; } .plain .box { background:var(--card); border:1px solid var(--line); border-radius:16px; padding:20px; }
.plain h1 { font-size:24px; letter-spacing:-.02em; line-height:1.25; margin:0 0 8px; } .plain p { color:var(--soft); margin:0 0 18px; }
.plain .top { color:var(--soft); } .plain form { display:grid; gap:10px; }
dl { display:grid; grid-template-columns:auto 1fr; gap:6px 12px; margin:0 0 20px; font-size:15px; } dt { color:var(--soft); } dd { margin:0; text-align:right; overflow-wrap:anywhere; }
.way { text-align:left; background:var(--card); color:var(--ink); border:1px solid var(--line); font-weight:600; line-height:1.4; } .way small { display:block; font-weight:400; color:var(--soft); font-size:14px; }
.way.first { background:var(--accent); border-color:var(--accent); color:var(--accent-ink); } .way.first small { color:inherit; opacity:.85; }
a.button { display:block; text-align:center; text-decoration:none; font-weight:650; border-radius:10px; padding:13px 18px; background:var(--accent); color:var(--accent-ink); }
@media (pointer: coarse) { details summary { padding:12px 2px; } .top a, .small a { display:inline-block; padding:12px 0; margin:-12px 0; } }
@media (min-width: 880px) { .sheet { grid-template-columns:1fr 1fr; grid-template-rows:1fr; } .side { padding:56px 48px; } .side .inner { margin:0 0 0 auto; max-width:420px; } .pay { padding:56px 48px; } .pay .inner { margin:0 auto 0 0; max-width:440px; } .top { margin-bottom:36px; } .plain { padding-top:72px; } }
`;

/** A whole document in this look. */
export function checkoutDocument(words: Words, title: string, body: Markup): Markup {
  return html`<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(STYLE)}</style>
</head>
<body>${body}</body>
</html>`;
}

/** One box in the middle, for pages that ask or say one thing. */
export function checkoutBox(words: Words, title: string, body: Markup): Markup {
  return checkoutDocument(
    words,
    title,
    html`<main class="plain">
<div class="top"><span>Postbond</span><span class="pill">${words.test_mode}</span></div>
<div class="box"><h1>${title}</h1>${body}</div>
</main>`,
  );
}
