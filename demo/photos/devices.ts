/** Things with a switch: lamps, speakers, chargers. */
import { ball, glow, lit, type Palette, round, shadow, shine } from "./paint";
import { GROUND, mix, type Shape } from "./scene";

const dark = () => lit("#4a4d55", "#15161a");
const faceOf = (palette: Palette) => lit(mix(palette.light, "#ffffff", 0.25), palette.body);

export const tableLamp: Shape = (palette) => {
  const base = round(palette);
  const head = lit(palette.light, palette.shade);
  const cone = glow("#fff1c4", 0.85);
  const foot = shadow(420, GROUND, 170);
  return {
    defs: base.defs + head.defs + cone.defs + foot.defs,
    body: `${foot.fill}
      <ellipse cx="640" cy="660" rx="330" ry="240" fill="${cone.fill}"/>
      <rect x="270" y="764" width="300" height="40" rx="20" fill="${base.fill}"/>
      <path d="M420 770 L350 480 L560 270" fill="none" stroke="${palette.shade}" stroke-width="26" stroke-linejoin="round" stroke-linecap="round"/>
      <path d="M417 770 L347 480 L557 270" fill="none" stroke="${palette.light}" stroke-width="7" stroke-linejoin="round" opacity=".7"/>
      <circle cx="350" cy="480" r="24" fill="${palette.accent}"/>
      <g transform="rotate(28 600 290)"><path d="M520 240 h150 q60 20 80 130 h-310 q20 -110 80 -130z" fill="${head.fill}"/>
      <ellipse cx="595" cy="370" rx="155" ry="22" fill="#fff6d8"/><rect x="560" y="216" width="70" height="30" rx="12" fill="${palette.accent}"/></g>`,
  };
};

export const lantern: Shape = (palette) => {
  const metal = round(palette);
  const light = glow("#ffe0a0", 1);
  const foot = shadow(500, GROUND, 150);
  return {
    defs: metal.defs + light.defs + foot.defs,
    body: `${foot.fill}
      <path d="M390 330 q0 -190 110 -190 q110 0 110 190" fill="none" stroke="${palette.shade}" stroke-width="16"/>
      <path d="M380 400 h240 l24 300 h-288z" fill="#fff7e0" opacity=".55"/>
      <circle cx="500" cy="560" r="260" fill="${light.fill}"/>
      <rect x="466" y="480" width="68" height="170" rx="34" fill="#fff6d0"/>
      <path d="M360 320 h280 l30 90 h-340z" fill="${metal.fill}"/><rect x="342" y="690" width="316" height="112" rx="22" fill="${metal.fill}"/>
      ${[400, 500, 600].map((x) => `<path d="M${x} 410 v282" stroke="${palette.shade}" stroke-width="8"/>`).join("")}
      <circle cx="500" cy="746" r="20" fill="${palette.accent}"/>${shine(372, 704, 12, 84, 0.5)}`,
  };
};

export const earbuds: Shape = (palette) => {
  const shell = ball(palette);
  const lid = lit(mix(palette.light, "#ffffff", 0.5), palette.body);
  const hollow = lit(mix(palette.shade, "#000000", 0.35), palette.shade);
  const foot = shadow(500, GROUND - 10, 230);
  const bud = (x: number) =>
    `<ellipse cx="${x}" cy="520" rx="52" ry="56" fill="${lid.fill}"/><rect x="${x - 20}" y="540" width="40" height="80" rx="20" fill="${palette.body}"/><circle cx="${x - 12}" cy="502" r="12" fill="#fff" opacity=".7"/>`;
  return {
    defs: shell.defs + lid.defs + hollow.defs + foot.defs,
    body: `${foot.fill}
      <path d="M270 500 q10 -220 230 -220 q220 0 230 220z" fill="${lid.fill}"/><path d="M300 500 q14 -180 200 -184 q186 4 200 184z" fill="${hollow.fill}"/>
      ${bud(410)}${bud(590)}
      <path d="M260 560 h480 v60 q0 170 -180 170 h-120 q-180 0 -180 -170z" fill="${shell.fill}"/>
      <rect x="260" y="548" width="480" height="18" rx="9" fill="${mix(palette.light, "#ffffff", 0.4)}"/>
      <circle cx="500" cy="690" r="9" fill="${palette.accent}"/><path d="M306 590 q10 120 90 170" stroke="#fff" stroke-width="16" fill="none" stroke-linecap="round" opacity=".35"/>`,
  };
};

export const speaker: Shape = (palette) => {
  const body = round(palette);
  const cone = ball({ light: "#5b5f68", body: "#26282e", shade: "#0c0d10" });
  const foot = shadow(500, GROUND, 175);
  const mesh = Array.from({ length: 11 }, (_, row) =>
    Array.from(
      { length: 10 },
      (_, column) => `<circle cx="${369 + column * 29}" cy="${330 + row * 15}" r="4.6"/>`,
    ).join(""),
  ).join("");
  return {
    defs: body.defs + cone.defs + foot.defs,
    body: `${foot.fill}
      <rect x="325" y="240" width="350" height="562" rx="80" fill="${body.fill}"/>
      <g fill="${mix(palette.shade, "#000000", 0.45)}" opacity=".7">${mesh}</g>
      <circle cx="500" cy="630" r="120" fill="${cone.fill}"/><circle cx="500" cy="630" r="120" fill="none" stroke="${palette.light}" stroke-width="6" opacity=".6"/>
      <circle cx="500" cy="630" r="48" fill="${palette.accent}"/><ellipse cx="484" cy="612" rx="18" ry="12" fill="#fff" opacity=".5"/>
      <rect x="300" y="360" width="30" height="150" rx="15" fill="${palette.accent}"/>${shine(348, 310, 14, 420, 0.35)}`,
  };
};

export const charger: Shape = (palette) => {
  const phone = dark();
  const screen = lit(palette.light, palette.accent);
  const stand = faceOf(palette);
  const foot = shadow(500, GROUND, 210);
  return {
    defs: phone.defs + screen.defs + stand.defs + foot.defs,
    body: `${foot.fill}
      <rect x="300" y="760" width="400" height="44" rx="22" fill="${stand.fill}"/><path d="M460 760 l30 -260 h60 l-10 260z" fill="${palette.shade}"/>
      <g transform="rotate(-5 500 470)"><rect x="366" y="190" width="268" height="520" rx="44" fill="${phone.fill}"/><rect x="380" y="204" width="240" height="492" rx="32" fill="${screen.fill}"/>
      <rect x="462" y="218" width="76" height="20" rx="10" fill="#15161a"/><text x="500" y="340" font-family="sans-serif" font-size="74" font-weight="300" fill="#fff" text-anchor="middle">9:41</text>
      <circle cx="500" cy="540" r="74" fill="none" stroke="#fff" stroke-width="12" opacity=".35"/><path d="M500 466 a74 74 0 1 1 -64 111" fill="none" stroke="#fff" stroke-width="12" stroke-linecap="round"/>
      <path d="M510 500 l-34 48 h24 l-10 38 l36 -50 h-24z" fill="#fff"/></g>`,
  };
};

export const keyboard: Shape = (palette) => {
  const body = lit(palette.body, palette.shade);
  const key = lit(mix(palette.light, "#ffffff", 0.5), mix(palette.light, palette.body, 0.5));
  const foot = shadow(500, 740, 360);
  const rows = Array.from({ length: 5 }, (_, row) =>
    Array.from({ length: 13 }, (_, column) => {
      const accent = (row * 13 + column) % 17 === 3 || (row === 4 && column === 12);
      if (row === 4 && column > 3 && column < 9)
        return column === 4
          ? `<rect x="400" y="${430 + row * 56}" width="222" height="46" rx="9" fill="${key.fill}"/>`
          : "";
      return `<rect x="${218 + column * 44 + row * 0}" y="${430 + row * 56}" width="38" height="46" rx="9" fill="${accent ? palette.accent : key.fill}"/>`;
    }).join(""),
  ).join("");
  return {
    defs: body.defs + key.defs + foot.defs,
    body: `${foot.fill}<g transform="rotate(-7 500 560) skewX(-8) translate(78 0)">
      <rect x="190" y="410" width="630" height="320" rx="34" fill="${mix(palette.shade, "#000000", 0.35)}"/><rect x="190" y="398" width="630" height="312" rx="34" fill="${body.fill}"/>${rows}
      <circle cx="775" cy="372" r="0"/></g>`,
  };
};

export const diffuser: Shape = (palette) => {
  const body = round(palette);
  const mist = glow("#ffffff", 0.7);
  const wood = lit("#d8a874", "#8d5d33");
  const foot = shadow(500, GROUND, 180);
  return {
    defs: body.defs + mist.defs + wood.defs + foot.defs,
    body: `${foot.fill}<ellipse cx="520" cy="240" rx="120" ry="190" fill="${mist.fill}"/><ellipse cx="470" cy="160" rx="90" ry="130" fill="${mist.fill}"/>
      <path d="M330 740 q-10 -250 120 -350 q20 -40 50 -40 q30 0 50 40 q130 100 120 350z" fill="${body.fill}"/>
      <rect x="320" y="730" width="360" height="74" rx="26" fill="${wood.fill}"/><ellipse cx="500" cy="364" rx="34" ry="10" fill="#2b2622"/>
      ${Array.from({ length: 5 }, (_, index) => `<path d="M${366 + index * 4} ${700 - index * 54} q134 ${30 - index * 2} ${268 - index * 8} 0" stroke="#fff" stroke-width="4" fill="none" opacity=".35"/>`).join("")}
      <circle cx="500" cy="766" r="12" fill="${palette.accent}"/>`,
  };
};
