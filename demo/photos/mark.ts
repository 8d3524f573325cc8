/** A brand's mark: its initial in a simple form. */
import { beginPicture, lit, type Palette } from "./paint";
import { mix } from "./scene";

const FORMS = [
  `<circle cx="160" cy="160" r="96"/>`,
  `<rect x="68" y="68" width="184" height="184" rx="52"/>`,
  `<path d="M160 56 l94 54 v100 l-94 54 l-94 -54 v-100z"/>`,
  `<path d="M64 252 v-96 a96 96 0 0 1 192 0 v96z"/>`,
] as const;

export function drawMark(name: string, palette: Palette): string {
  beginPicture();
  const backdrop = lit(mix(palette.wall, "#ffffff", 0.4), palette.wall);
  const form = lit(palette.body, palette.shade);
  const initial = name.replace(/[^A-Za-z]/g, "").slice(0, 1);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="320" viewBox="0 0 320 320"><defs>${backdrop.defs}${form.defs}</defs>
    <rect width="320" height="320" fill="${backdrop.fill}"/><g fill="${form.fill}">${FORMS[name.length % FORMS.length]}</g>
    <text x="160" y="200" font-family="sans-serif" font-weight="600" font-size="116" fill="#fff" text-anchor="middle">${initial}</text>
    <circle cx="236" cy="84" r="16" fill="${palette.accent}"/></svg>`;
}
