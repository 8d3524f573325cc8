/** Things that hold something: bottles, jars, cups, tins, pouches. */
import { glow, lit, type Palette, round, shadow, shine } from "./paint";
import { type Drawing, GROUND, mix, type Shape } from "./scene";

const METAL = { light: "#f5f6f7", body: "#b9bec4", shade: "#6d737b" };
const GOLD = { light: "#fbe9b7", body: "#cda552", shade: "#86612a" };

function label(x: number, y: number, width: number, height: number, palette: Palette): string {
  const ink = mix(palette.shade, "#000000", 0.4);
  const line = (dy: number, share: number, weight: number) =>
    `<rect x="${x + (width * (1 - share)) / 2}" y="${y + dy}" width="${width * share}" height="${weight}" rx="${weight / 2}" fill="${ink}" opacity=".75"/>`;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="#fffdf8" opacity=".92"/>
    <circle cx="${x + width / 2}" cy="${y + height * 0.28}" r="${Math.min(width, height) * 0.12}" fill="${palette.accent}"/>
    ${line(height * 0.52, 0.62, 12)}${line(height * 0.65, 0.42, 7)}${line(height * 0.75, 0.5, 5)}`;
}

export const serum: Shape = (palette): Drawing => {
  const glass = round(palette);
  const cap = round({ light: "#fff", body: "#e9e4da", shade: "#a79f90" });
  const foot = shadow(500, GROUND, 130);
  return {
    defs: glass.defs + cap.defs + foot.defs,
    body: `${foot.fill}
      <path d="M380 430 q0 -50 50 -56 v-34 h140 v34 q50 6 50 56 v340 q0 30 -30 30 h-180 q-30 0 -30 -30 z" fill="${glass.fill}"/>
      <rect x="424" y="270" width="152" height="80" rx="10" fill="${cap.fill}"/>
      <path d="M462 270 q-8 -96 38 -110 q46 14 38 110 z" fill="${cap.fill}"/>
      ${label(405, 500, 190, 210, palette)}${shine(396, 440, 16, 320, 0.5)}${shine(600, 470, 6, 260, 0.3)}`,
  };
};

export const jar: Shape = (palette) => {
  const glass = round(palette);
  const lid = round(GOLD);
  const foot = shadow(500, GROUND, 210);
  return {
    defs: glass.defs + lid.defs + foot.defs,
    body: `${foot.fill}
      <path d="M300 560 q0 -34 36 -34 h328 q36 0 36 34 v196 q0 46 -46 46 h-308 q-46 0 -46 -46 z" fill="${glass.fill}"/>
      <rect x="288" y="430" width="424" height="108" rx="16" fill="${lid.fill}"/>
      <ellipse cx="500" cy="434" rx="210" ry="22" fill="#fff" opacity=".35"/>
      ${label(400, 590, 200, 160, palette)}${shine(326, 560, 18, 190, 0.45)}`,
  };
};

export const candle: Shape = (palette) => {
  const glass = round(palette);
  const flame = glow("#ffd27a", 0.95);
  const foot = shadow(500, GROUND, 165);
  return {
    defs: glass.defs + flame.defs + foot.defs,
    body: `${foot.fill}
      <path d="M345 430 h310 v330 q0 42 -42 42 h-226 q-42 0 -42 -42 z" fill="${glass.fill}"/>
      <ellipse cx="500" cy="430" rx="155" ry="34" fill="${mix(palette.light, "#fff8e8", 0.7)}"/>
      <ellipse cx="500" cy="434" rx="120" ry="22" fill="#fff3d6"/>
      <circle cx="500" cy="360" r="190" fill="${flame.fill}"/>
      <rect x="496" y="392" width="8" height="40" rx="3" fill="#4d3b2a"/>
      <path d="M500 300 q34 54 0 104 q-34 -50 0 -104 z" fill="#ffb347"/><path d="M500 338 q16 32 0 62 q-16 -30 0 -62 z" fill="#fff4cf"/>
      ${label(410, 540, 180, 180, palette)}${shine(366, 470, 16, 280, 0.4)}`,
  };
};

export const tumbler: Shape = (palette) => {
  const body = round(palette);
  const steel = round(METAL);
  const foot = shadow(500, GROUND, 135);
  return {
    defs: body.defs + steel.defs + foot.defs,
    body: `${foot.fill}
      <path d="M352 280 h296 l-40 490 q-4 32 -38 32 h-140 q-34 0 -38 -32 z" fill="${body.fill}"/>
      <path d="M384 720 l6 60 q4 22 40 22 h140 q36 0 40 -22 l6 -60 z" fill="${steel.fill}"/>
      <rect x="336" y="236" width="328" height="58" rx="22" fill="${steel.fill}"/>
      <rect x="556" y="96" width="24" height="170" rx="12" fill="${palette.accent}" transform="rotate(9 568 180)"/>
      <circle cx="500" cy="500" r="34" fill="none" stroke="#fff" stroke-width="8" opacity=".8"/>
      <path d="M484 500 l12 14 l24 -28" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round" stroke-linejoin="round" opacity=".8"/>
      ${shine(392, 320, 18, 360, 0.45)}`,
  };
};

export const mug: Shape = (palette) => {
  const body = round(palette);
  const inside = lit(mix(palette.shade, "#2a160c", 0.6), "#5b371f");
  const foot = shadow(480, GROUND, 180);
  return {
    defs: body.defs + inside.defs + foot.defs,
    body: `${foot.fill}
      <path d="M640 500 q150 -10 140 110 q-8 108 -160 104" fill="none" stroke="${palette.shade}" stroke-width="44"/>
      <path d="M640 494 q150 -10 140 110 q-8 108 -160 104" fill="none" stroke="${palette.body}" stroke-width="34"/>
      <path d="M300 430 h360 v290 q0 82 -82 82 h-196 q-82 0 -82 -82 z" fill="${body.fill}"/>
      <ellipse cx="480" cy="430" rx="180" ry="42" fill="${mix(palette.light, "#ffffff", 0.4)}"/>
      <ellipse cx="480" cy="436" rx="154" ry="30" fill="${inside.fill}"/>
      <path d="M420 330 q-24 -50 8 -90 M490 340 q-28 -60 10 -110 M556 330 q-22 -46 10 -84" fill="none" stroke="#fff" stroke-width="12" stroke-linecap="round" opacity=".45"/>
      ${shine(326, 480, 20, 240, 0.45)}<path d="M440 600 q40 -60 80 0 q-40 70 -80 0z" fill="${palette.accent}" opacity=".9"/>`,
  };
};

export const tin: Shape = (palette) => {
  const body = round(palette);
  const lid = round(METAL);
  const foot = shadow(500, GROUND, 165);
  return {
    defs: body.defs + lid.defs + foot.defs,
    body: `${foot.fill}
      <rect x="345" y="370" width="310" height="432" rx="22" fill="${body.fill}"/>
      <rect x="335" y="322" width="330" height="86" rx="16" fill="${lid.fill}"/>
      <ellipse cx="500" cy="326" rx="164" ry="22" fill="#fff" opacity=".5"/>
      <path d="M345 500 h310 v190 h-310z" fill="#fffaf0" opacity=".94"/>
      <path d="M500 520 q64 40 0 128 q-64 -88 0 -128z M500 552 v96" fill="${palette.accent}" stroke="#fffaf0" stroke-width="5"/>
      <rect x="420" y="664" width="160" height="10" rx="5" fill="${palette.shade}"/>${shine(366, 420, 14, 360, 0.4)}`,
  };
};

export const pouch: Shape = (palette) => {
  const body = lit(palette.light, palette.shade, "across");
  const foot = shadow(500, GROUND, 190);
  return {
    defs: body.defs + foot.defs,
    body: `${foot.fill}
      <path d="M330 260 h340 q8 60 22 260 q10 180 2 270 q-190 26 -388 0 q-8 -90 2 -270 q14 -200 22 -260z" fill="${body.fill}"/>
      <path d="M330 260 h340 l4 46 h-348z" fill="${mix(palette.shade, "#000000", 0.15)}"/>
      <path d="M322 346 h356" stroke="#fff" stroke-width="4" stroke-dasharray="10 8" opacity=".6"/>
      <circle cx="500" cy="500" r="104" fill="#fffaf0" opacity=".95"/><circle cx="470" cy="490" r="30" fill="${palette.accent}"/><circle cx="526" cy="478" r="24" fill="${palette.body}"/><circle cx="514" cy="528" r="28" fill="${palette.shade}"/>
      <rect x="400" y="640" width="200" height="20" rx="10" fill="#fffaf0"/><rect x="440" y="676" width="120" height="12" rx="6" fill="#fffaf0" opacity=".8"/>
      <path d="M352 330 q30 200 -4 440" stroke="#fff" stroke-width="20" fill="none" opacity=".22"/>`,
  };
};

export const kettle: Shape = (palette) => {
  const body = round(palette);
  const dark = lit("#3a3632", "#17140f");
  const foot = shadow(500, GROUND, 200);
  return {
    defs: body.defs + dark.defs + foot.defs,
    body: `${foot.fill}
      <path d="M640 470 q150 -40 120 -190 q-8 -60 40 -70 l18 34 q-20 10 -12 60 q30 190 -150 250z" fill="${body.fill}"/>
      <path d="M360 340 q-150 30 -140 180 q6 120 120 150" fill="none" stroke="${dark.fill}" stroke-width="34" stroke-linecap="round"/>
      <path d="M350 340 h300 q64 200 74 380 q4 82 -70 82 h-308 q-74 0 -70 -82 q10 -180 74 -380z" fill="${body.fill}"/>
      <ellipse cx="500" cy="340" rx="150" ry="26" fill="${mix(palette.light, "#ffffff", 0.5)}"/>
      <rect x="476" y="280" width="48" height="50" rx="20" fill="${dark.fill}"/>
      <rect x="270" y="770" width="460" height="34" rx="14" fill="${dark.fill}"/>${shine(340, 420, 22, 300, 0.4)}`,
  };
};
