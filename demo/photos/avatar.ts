/** Portraits of people who do not exist: a few traits, combined. */
import { ball, beginPicture, lit, type Palette } from "./paint";
import { mix } from "./scene";

export const AVATAR_SIZE = 320;

const SKIN = ["#f6d3b8", "#e8b48e", "#c98a5e", "#9a6240", "#6d4329", "#f0c7a4"] as const;
const HAIR = ["#2a1d18", "#5b3a22", "#8d5a2b", "#c99a4a", "#1b1b22", "#7a3b2e", "#b9b4ad"] as const;

export type Traits = { seed: number; palette: Palette };

/** A head and shoulders in a coloured room; `seed` chooses skin, hair, cut, glasses and clothes. */
export function drawAvatar({ seed, palette }: Traits): string {
  beginPicture();
  const pick = <T>(list: readonly T[], salt: number) => list[(seed * 7 + salt * 13) % list.length] as T;
  const skin = pick(SKIN, seed >> 2);
  const hair = pick(HAIR, seed >> 1);
  const backdrop = lit(mix(palette.wall, "#ffffff", 0.2), mix(palette.body, palette.wall, 0.45));
  const face = ball({ light: mix(skin, "#ffffff", 0.35), body: skin, shade: mix(skin, "#3b1d10", 0.35) });
  const cloth = lit(palette.accent, mix(palette.accent, "#000000", 0.35));
  const behind = [
    `<path d="M86 150 q-6 -104 74 -106 q82 2 76 106 q10 70 16 112 h-184 q12 -50 18 -112z" fill="${hair}"/>`,
    "",
    `<circle cx="160" cy="58" r="34" fill="${hair}"/>`,
    `<path d="M92 140 q-14 -92 68 -94 q84 2 70 94 q20 30 4 76 q-70 20 -148 0 q-14 -46 6 -76z" fill="${hair}"/>`,
    "",
  ][seed % 5];
  const fringe = [
    `<path d="M98 140 q4 -80 64 -82 q56 4 62 80 q-40 -8 -62 -44 q-20 36 -64 46z" fill="${hair}"/>`,
    `<path d="M98 132 q-8 -80 64 -82 q72 4 62 82 q-8 -40 -30 -46 q-50 10 -76 -2 q-14 12 -20 48z" fill="${hair}"/>`,
    `<path d="M98 138 q-2 -78 62 -78 q66 2 62 78 q-18 -46 -62 -48 q-42 2 -62 48z" fill="${hair}"/>`,
    `<path d="M96 142 q-2 -86 66 -84 q64 4 62 82 q-20 -16 -24 -40 q-62 20 -88 2 q-8 18 -16 40z" fill="${hair}"/>`,
  ][(seed >> 1) % 4];
  const glasses =
    seed % 4 === 1
      ? `<g fill="none" stroke="#2b2b30" stroke-width="5"><circle cx="136" cy="154" r="20"/><circle cx="186" cy="154" r="20"/><path d="M156 152 q5 -4 10 0"/></g>`
      : "";
  const beard =
    seed % 5 !== 0 && seed % 5 !== 3 && seed % 3 === 2
      ? `<path d="M104 168 q6 62 57 62 q52 0 57 -62 q-16 30 -57 30 q-40 0 -57 -30z" fill="${hair}" opacity=".9"/>`
      : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${AVATAR_SIZE}" height="${AVATAR_SIZE}" viewBox="0 0 320 320"><defs>${backdrop.defs}${face.defs}${cloth.defs}</defs>
    <rect width="320" height="320" fill="${backdrop.fill}"/><circle cx="236" cy="96" r="92" fill="#fff" opacity=".18"/>${behind}
    <rect x="138" y="206" width="46" height="60" rx="20" fill="${mix(skin, "#3b1d10", 0.22)}"/><path d="M44 330 q4 -84 86 -88 q32 34 62 0 q82 4 88 88z" fill="${cloth.fill}"/>
    <path d="M100 146 q0 -74 61 -74 q61 0 61 74 q-4 84 -61 84 q-58 0 -61 -84z" fill="${face.fill}"/>${beard}${fringe}
    <path d="M122 134 q14 -8 26 -1 M174 133 q14 -8 26 1" stroke="${mix(hair, "#000000", 0.2)}" stroke-width="5" fill="none" stroke-linecap="round"/>
    <circle cx="136" cy="154" r="6.5" fill="#2a1c14"/><circle cx="186" cy="154" r="6.5" fill="#2a1c14"/><circle cx="138" cy="151" r="2" fill="#fff"/><circle cx="188" cy="151" r="2" fill="#fff"/>
    <path d="M160 160 q-6 18 2 21" stroke="${mix(skin, "#3b1d10", 0.4)}" stroke-width="4" fill="none" stroke-linecap="round"/><path d="M140 198 q21 ${14 + (seed % 3) * 4} 42 0" stroke="#8e3b36" stroke-width="6" fill="none" stroke-linecap="round"/>
    <circle cx="122" cy="180" r="11" fill="#e5746a" opacity=".22"/><circle cx="200" cy="180" r="11" fill="#e5746a" opacity=".22"/>${glasses}</svg>`;
}
