/** The one stylesheet of the sandbox's human pages: quiet, light and dark with the system, made for a phone first. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f5f1; --card: #ffffff; --ink: #1d2125; --soft: #5d656d; --line: #e2e0d8; --field: #8f8b80; --wash: #efede6;
  --accent: #1f5f56; --accent-ink: #ffffff; --link: #1b6157;
  --good: #1c6b3c; --good-wash: #e1f1e6; --warn: #855400; --warn-wash: #faedd2; --bad: #a32b23; --bad-wash: #fae3e0;
  --busy: #2b549b; --busy-wash: #e3ebf9; --radius: 12px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --card: #1c2125; --ink: #e8eaec; --soft: #9ea7af; --line: #2e353b; --field: #6b767f; --wash: #242a2f;
    --accent: #6cc5b4; --accent-ink: #0c1f1c; --link: #7fd0c0;
    --good: #8bd6a3; --good-wash: #1b3526; --warn: #ecc076; --warn-wash: #3a2e17; --bad: #f2a199; --bad-wash: #422220;
    --busy: #a5c3f5; --busy-wash: #1f2d45;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", sans-serif; }
a { color: var(--link); text-underline-offset: 3px; text-decoration-thickness: 1px; }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
.mast { background: var(--card); border-bottom: 1px solid var(--line); }
.mast > div { max-width: 1080px; margin: 0 auto; padding: 10px 16px 0; }
.mast .name { display: flex; align-items: baseline; justify-content: space-between; gap: 12px; }
.mast .name a { color: inherit; text-decoration: none; font-weight: 650; letter-spacing: -.01em; }
.mast time { color: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; }
.services { display: flex; gap: 2px; overflow-x: auto; margin: 6px -8px 0; scrollbar-width: none; }
.services a { padding: 8px 8px 9px; white-space: nowrap; text-decoration: none; color: var(--soft); border-bottom: 2px solid transparent; }
.services a:hover { color: var(--ink); }
.services a[aria-current] { color: var(--ink); border-color: var(--accent); font-weight: 600; }
.sections { max-width: 1080px; margin: 14px auto -8px; padding: 0 16px; display: flex; gap: 6px; overflow-x: auto; scrollbar-width: none; }
.sections a { padding: 4px 12px; border-radius: 99px; white-space: nowrap; text-decoration: none; color: var(--soft); }
.sections a[aria-current] { background: var(--wash); color: var(--ink); font-weight: 600; }
main { max-width: 1080px; margin: 0 auto; padding: 24px 16px 64px; }
main.narrow { max-width: 480px; padding-top: 32px; }
h1 { font-size: 26px; line-height: 1.2; letter-spacing: -.02em; margin: 0 0 6px; text-wrap: balance; overflow-wrap: anywhere; }
h1 + form, h1 + .row, .apart + .row { margin-top: 12px; }
h2 { font-size: 17px; letter-spacing: -.01em; margin: 32px 0 10px; }
.card h2 { margin-top: 0; }
h3 { font-size: 15px; margin: 16px 0 6px; }
p { margin: 0 0 12px; max-width: 68ch; }
.lead, .soft, small { color: var(--soft); }
small { font-size: 13px; }
.mono, code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 13px; overflow-wrap: break-word; }
pre { background: var(--wash); border-radius: 8px; padding: 12px; overflow: auto; max-height: 480px; margin: 8px 0; white-space: pre-wrap; }
.num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); padding: 16px; margin: 16px 0; }
.grid { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr)); margin: 16px 0; }
.grid > .card { margin: 0; }
a.card { display: block; color: inherit; text-decoration: none; }
a.card:hover { border-color: var(--accent); }
a.card strong { display: block; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); margin: 12px 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 10px 14px; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-size: 12.5px; font-weight: 600; color: var(--soft); white-space: nowrap; }
tr:last-child td { border-bottom: 0; }
.figures { text-align: right; }
@media (min-width: 621px) { td .mono { display: inline-block; max-width: 20ch; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; vertical-align: bottom; } }
td form { margin: 0; }
td time, td .badge { white-space: nowrap; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr); gap: 6px 16px; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.badge { display: inline-block; padding: 1px 9px; border-radius: 99px; font-size: 12.5px; font-weight: 600; white-space: nowrap; background: var(--wash); color: var(--soft); }
.badge.good { background: var(--good-wash); color: var(--good); }
.badge.warn { background: var(--warn-wash); color: var(--warn); }
.badge.bad { background: var(--bad-wash); color: var(--bad); }
.badge.busy { background: var(--busy-wash); color: var(--busy); }
.note { border-left: 3px solid var(--line); padding: 8px 14px; margin: 16px 0; background: var(--wash); border-radius: 0 8px 8px 0; }
.note.bad { border-color: var(--bad); } .note.good { border-color: var(--good); } .note.warn { border-color: var(--warn); }
.empty { max-width: none; padding: 28px 16px; text-align: center; color: var(--soft); background: var(--card); border: 1px dashed var(--line); border-radius: var(--radius); margin: 12px 0; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.row.apart { justify-content: space-between; }
form.stack, .stack { display: grid; gap: 12px; }
label { display: grid; gap: 4px; font-weight: 550; font-size: 14px; }
label.check { display: flex; gap: 8px; align-items: baseline; font-weight: 400; }
input, select, textarea { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--field); border-radius: 8px; padding: 9px 11px; width: 100%; min-width: 0; }
input[type=checkbox], input[type=radio] { width: auto; accent-color: var(--accent); }
textarea { min-height: 96px; resize: vertical; }
.row input, .row select { width: auto; }
button, a.button { display: inline-block; font: inherit; font-weight: 600; cursor: pointer; border: 1px solid var(--line); background: var(--card); color: var(--ink); border-radius: 9px; padding: 8px 14px; min-height: 40px; text-decoration: none; }
button:hover, a.button:hover { border-color: var(--soft); }
button.main, a.button.main { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
button.main:hover { filter: brightness(1.07); }
button.danger { color: var(--bad); }
button.small { min-height: 30px; padding: 3px 10px; font-size: 13.5px; }
button:disabled { opacity: .5; cursor: default; }
main.narrow button { width: 100%; min-height: 46px; }
/* What a finger presses is 44 px high. */
@media (pointer: coarse) {
  button, a.button, button.small, input, select, summary { min-height: 44px; }
  .sections a, .services a { padding-top: 11px; padding-bottom: 11px; }
  .mast .name a { padding: 10px 0; }
  summary { padding: 10px 0; }
  input[type=checkbox], input[type=radio] { min-height: 0; width: 20px; height: 20px; }
}
.clock { font-size: clamp(28px, 8vw, 44px); font-weight: 650; letter-spacing: -.03em; line-height: 1.1; font-variant-numeric: tabular-nums; }
summary { cursor: pointer; padding: 4px 0; }
iframe { width: 100%; border: 1px solid var(--line); border-radius: var(--radius); background: #fff; }
@media (max-width: 620px) {
  table.cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.cards, table.cards tbody, table.cards tr { display: block; }
  table.cards tr { padding: 10px 14px; border-bottom: 1px solid var(--line); }
  table.cards tr:last-child { border-bottom: 0; }
  table.cards td { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 8px; padding: 3px 0; border: 0; text-align: left; overflow-wrap: anywhere; }
  table.cards td::before { content: attr(data-name); color: var(--soft); font-size: 13px; padding-top: 1px; }
  table.cards td:empty { display: none; }
  /* The first cell names the row: it stands above the others and needs no name of its own. */
  table.cards td:first-child { display: block; font-weight: 600; padding-bottom: 5px; }
  table.cards td:first-child::before { content: none; }
  table.cards td:first-child small { font-weight: 400; }
  table.cards td > div { min-width: 0; }
}
@media (max-width: 430px) { .services { margin-inline: -12px; gap: 0; justify-content: space-between; } .services a { padding-inline: 6px; font-size: 14px; } }
@media (max-width: 520px) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 10px; } th, td { padding: 9px 10px; } }
@media (prefers-reduced-motion: no-preference) { button, a.card { transition: border-color .12s; } }
`;
