/** How emails look: the colours of `app/app.css`. Styles stand inline because mail programs drop the rest; the dark colours come by class where they are kept. */
import type { CSSProperties } from "react";

const INK = "#16201c";
const SOFT = "#4d5953";
const LINE = "#e4dfd3";
const ACCENT = "#14573f";
const GROUND = "#f8f6f0";
const FONT =
  "ui-sans-serif,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

const text: CSSProperties = { color: INK, fontSize: 16, lineHeight: "25px", margin: 0 };
const small: CSSProperties = { color: SOFT, fontSize: 13, lineHeight: "20px", margin: "0 0 8px" };

export const STYLE = {
  // No ground here: React Email would repeat it on a cell of its own, which the dark colours cannot reach.
  page: { fontFamily: FONT, margin: 0, padding: 0 },
  ground: { backgroundColor: GROUND, padding: "0 12px" },
  frame: { maxWidth: 560, margin: "0 auto" },
  head: { padding: "32px 4px 16px" },
  wordmark: { color: INK, fontSize: 19, fontWeight: 700, letterSpacing: "-0.01em", margin: 0 },
  mark: {
    backgroundColor: ACCENT,
    borderRadius: 5,
    color: "#ffffff",
    display: "inline-block",
    fontSize: 15,
    height: 24,
    lineHeight: "24px",
    marginRight: 4,
    textAlign: "center",
    width: 24,
  },
  card: {
    backgroundColor: "#ffffff",
    border: `1px solid ${LINE}`,
    borderRadius: 14,
    padding: "28px 28px 24px",
  },
  greeting: { ...text, color: SOFT, fontSize: 15 },
  heading: { color: INK, fontSize: 24, lineHeight: "31px", fontWeight: 700, margin: "6px 0 12px" },
  lead: { ...text, margin: "0 0 18px" },
  quote: { borderLeft: `3px solid ${LINE}`, padding: "2px 0 2px 14px", margin: "0 0 18px" },
  label: { color: SOFT, fontSize: 13, lineHeight: "20px", margin: "0 0 2px" },
  quoted: { ...text, whiteSpace: "pre-line" },
  item: { ...text, margin: "0 0 4px" },
  next: { backgroundColor: "#e2efe8", borderRadius: 10, padding: "14px 16px", margin: "0 0 18px" },
  nextText: { ...text },
  facts: { borderCollapse: "collapse", margin: "0 0 18px" },
  factLabel: {
    color: SOFT,
    fontSize: 14,
    lineHeight: "20px",
    padding: "8px 12px 8px 0",
    borderBottom: `1px solid ${LINE}`,
    verticalAlign: "top",
    width: 96,
  },
  factValue: {
    color: INK,
    fontSize: 14,
    lineHeight: "20px",
    padding: "8px 0",
    borderBottom: `1px solid ${LINE}`,
    verticalAlign: "top",
    wordBreak: "break-word",
  },
  money: { ...text, fontSize: 15, margin: "0 0 22px" },
  button: {
    backgroundColor: ACCENT,
    borderRadius: 10,
    color: "#ffffff",
    display: "block",
    fontSize: 16,
    fontWeight: 600,
    padding: "14px 20px",
    textAlign: "center",
    textDecoration: "none",
  },
  hint: { ...small, margin: "18px 0 0" },
  link: { color: ACCENT, textDecoration: "underline", wordBreak: "break-all" },
  foot: { padding: "20px 4px 40px" },
  small,
} satisfies Record<string, CSSProperties>;

export const DARK_CSS = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
.page { background-color: ${GROUND}; }
@media (prefers-color-scheme: dark) {
  .page, .ground { background-color: #0f1412 !important; }
  .card { background-color: #171d1a !important; border-color: #2a332e !important; }
  .ink { color: #ecefe9 !important; }
  .soft { color: #b0bab4 !important; }
  .line { border-color: #2a332e !important; }
  .quote { border-color: #44504a !important; }
  .next { background-color: #16352a !important; }
  .button, .mark { background-color: #5fc79d !important; color: #06190f !important; }
  .link { color: #5fc79d !important; }
}
@media (max-width: 480px) { .card { padding: 22px 18px 20px !important; } }
`;
