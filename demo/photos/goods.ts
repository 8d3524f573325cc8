/** Things one wears, carries, cooks, plays and trains with. */
import { ball, lit, round, shadow, shine } from "./paint";
import { GROUND, mix, type Shape } from "./scene";

export const backpack: Shape = (palette) => {
  const body = lit(palette.light, palette.shade, "across");
  const pocket = lit(mix(palette.body, "#ffffff", 0.12), palette.shade);
  const strap = lit(palette.accent, mix(palette.accent, "#000000", 0.4));
  const foot = shadow(500, GROUND, 210);
  return {
    defs: body.defs + pocket.defs + strap.defs + foot.defs,
    body: `${foot.fill}
      <path d="M430 230 q0 -90 70 -90 q70 0 70 90" fill="none" stroke="${palette.shade}" stroke-width="24"/>
      <path d="M300 420 q-70 60 -50 300" fill="none" stroke="${palette.shade}" stroke-width="40" stroke-linecap="round"/><path d="M700 420 q70 60 50 300" fill="none" stroke="${palette.shade}" stroke-width="40" stroke-linecap="round"/>
      <path d="M300 800 q-30 -10 -24 -90 q0 -320 40 -420 q34 -90 184 -90 q150 0 184 90 q40 100 40 420 q6 80 -24 90z" fill="${body.fill}"/>
      <path d="M322 360 q178 -70 356 0" fill="none" stroke="${mix(palette.shade, "#000000", 0.3)}" stroke-width="7"/>
      <rect x="340" y="530" width="320" height="230" rx="40" fill="${pocket.fill}"/><path d="M352 586 h296" stroke="${mix(palette.shade, "#000000", 0.35)}" stroke-width="6" stroke-dasharray="14 5"/>
      <rect x="606" y="576" width="16" height="60" rx="8" fill="${strap.fill}"/><rect x="450" y="420" width="100" height="60" rx="10" fill="${strap.fill}"/><rect x="468" y="444" width="64" height="10" rx="5" fill="#fff" opacity=".8"/>
      <path d="M318 760 q-16 -250 34 -450" stroke="#fff" stroke-width="18" fill="none" stroke-linecap="round" opacity=".22"/>`,
  };
};

export const tote: Shape = (palette) => {
  const body = lit(palette.light, palette.shade, "across");
  const foot = shadow(500, GROUND, 250);
  return {
    defs: body.defs + foot.defs,
    body: `${foot.fill}
      <path d="M380 400 q0 -230 120 -230 q120 0 120 230" fill="none" stroke="${palette.shade}" stroke-width="26"/><path d="M372 400 q0 -238 124 -238" fill="none" stroke="${palette.light}" stroke-width="6" opacity=".7"/>
      <path d="M270 380 h460 l50 390 q0 32 -34 32 h-492 q-34 0 -34 -32z" fill="${body.fill}"/><path d="M268 396 h464 l4 30 h-472z" fill="${mix(palette.shade, "#000000", 0.15)}"/>
      <path d="M290 450 q6 200 -26 330 M710 450 q-6 200 26 330" stroke="${mix(palette.shade, "#000000", 0.3)}" stroke-width="4" fill="none" stroke-dasharray="12 8" opacity=".7"/>
      <rect x="430" y="540" width="140" height="100" rx="12" fill="${palette.accent}"/><circle cx="500" cy="590" r="26" fill="none" stroke="#fff" stroke-width="8"/>
      <circle cx="384" cy="412" r="13" fill="#e6c276"/><circle cx="616" cy="412" r="13" fill="#e6c276"/>`,
  };
};

export const yogaMat: Shape = (palette) => {
  const roll = lit(palette.light, palette.shade);
  const sheet = lit(palette.body, mix(palette.body, "#ffffff", 0.35), "across");
  const foot = shadow(520, 770, 340);
  const spiral = Array.from(
    { length: 5 },
    (_, turn) =>
      `<ellipse cx="300" cy="640" rx="${104 - turn * 20}" ry="${120 - turn * 23}" fill="none" stroke="${turn % 2 ? palette.light : palette.shade}" stroke-width="9"/>`,
  ).join("");
  return {
    defs: roll.defs + sheet.defs + foot.defs,
    body: `${foot.fill}
      <path d="M300 760 L880 700 l60 70 L340 800z" fill="${sheet.fill}"/><path d="M300 520 L760 470 q90 20 96 130 q-6 100 -96 120 L300 760z" fill="${roll.fill}"/>
      <ellipse cx="300" cy="640" rx="108" ry="122" fill="${palette.body}"/>${spiral}
      <path d="M470 498 q110 110 8 244 M640 480 q104 110 8 246" fill="none" stroke="${palette.accent}" stroke-width="26"/>
      <path d="M330 540 L740 496" stroke="#fff" stroke-width="14" stroke-linecap="round" opacity=".35"/>`,
  };
};

export const dumbbell: Shape = (palette) => {
  const plate = round(palette);
  const bar = lit("#f2f4f5", "#7c838a");
  const foot = shadow(500, 770, 330);
  const disc = (x: number, height: number, width: number) =>
    `<rect x="${x}" y="${620 - height / 2}" width="${width}" height="${height}" rx="22" fill="${plate.fill}"/>`;
  return {
    defs: plate.defs + bar.defs + foot.defs,
    body: `${foot.fill}<g transform="rotate(-8 500 620)"><rect x="230" y="594" width="540" height="52" rx="20" fill="${bar.fill}"/>
      ${Array.from({ length: 9 }, (_, index) => `<path d="M${440 + index * 15} 596 l-14 48" stroke="#666d75" stroke-width="3"/>`).join("")}
      ${disc(210, 210, 60)}${disc(276, 290, 70)}${disc(352, 230, 52)}${disc(596, 230, 52)}${disc(654, 290, 70)}${disc(730, 210, 60)}
      <rect x="276" y="600" width="70" height="40" fill="${palette.accent}"/><rect x="654" y="600" width="70" height="40" fill="${palette.accent}"/></g>`,
  };
};

export const pan: Shape = (palette) => {
  const body = round(palette);
  const inside = ball({ light: "#6b6f76", body: "#33363b", shade: "#17181b" });
  const handle = lit("#c99a67", "#7a4f2a");
  const foot = shadow(430, 770, 270);
  return {
    defs: body.defs + inside.defs + handle.defs + foot.defs,
    body: `${foot.fill}<path d="M650 600 L900 510 q34 -6 38 24 q2 26 -24 34 L670 660z" fill="${handle.fill}"/><circle cx="904" cy="538" r="10" fill="${palette.wall}"/>
      <path d="M160 590 q10 190 270 190 q260 0 270 -190z" fill="${body.fill}"/><ellipse cx="430" cy="590" rx="272" ry="104" fill="${palette.light}"/><ellipse cx="430" cy="594" rx="250" ry="90" fill="${inside.fill}"/>
      <ellipse cx="440" cy="606" rx="104" ry="42" fill="#fffdf5"/><ellipse cx="446" cy="600" rx="40" ry="20" fill="#ffb52e"/><ellipse cx="436" cy="594" rx="12" ry="6" fill="#fff" opacity=".8"/>
      <path d="M300 560 q14 -10 30 0 M560 640 q14 -10 26 2" stroke="#7bb661" stroke-width="12" fill="none" stroke-linecap="round"/>`,
  };
};

export const cushion: Shape = (palette) => {
  const body = ball(palette);
  const foot = shadow(500, 790, 290);
  return {
    defs: body.defs + foot.defs,
    body: `${foot.fill}<path d="M230 330 q270 60 540 0 q40 -6 34 34 q-60 190 0 380 q8 44 -34 40 q-270 -60 -540 0 q-42 4 -34 -40 q60 -190 0 -380 q-6 -40 34 -34z" fill="${body.fill}"/>
      ${[0, 1, 2, 3].map((row) => `<path d="M262 ${430 + row * 86} q238 ${40 - row * 12} 476 0" fill="none" stroke="${row % 2 ? palette.accent : mix(palette.light, "#ffffff", 0.5)}" stroke-width="${row % 2 ? 20 : 9}" opacity=".85"/>`).join("")}
      <path d="M252 372 q-34 170 4 360" fill="none" stroke="#fff" stroke-width="16" stroke-linecap="round" opacity=".25"/>`,
  };
};

export const petBowl: Shape = (palette) => {
  const body = round(palette);
  const foot = shadow(500, 790, 270);
  const kibble = Array.from({ length: 40 }, (_, index) => {
    const angle = index * 2.4;
    const reach = Math.sqrt(index / 40);
    return `<ellipse cx="${500 + Math.cos(angle) * reach * 196}" cy="${556 + Math.sin(angle) * reach * 40 - (1 - reach) * 36}" rx="22" ry="16" fill="${index % 3 ? "#a4673a" : "#7d4826"}"/>`;
  }).join("");
  return {
    defs: body.defs + foot.defs,
    body: `${foot.fill}<ellipse cx="500" cy="556" rx="244" ry="62" fill="${mix(palette.shade, "#000000", 0.3)}"/>${kibble}
      <path d="M256 560 q244 110 488 0 l46 190 q4 44 -50 46 h-480 q-54 -2 -50 -46z" fill="${body.fill}"/><path d="M256 556 q244 112 488 0" fill="none" stroke="${mix(palette.light, "#ffffff", 0.6)}" stroke-width="10"/>
      <g fill="${palette.accent}"><ellipse cx="500" cy="724" rx="38" ry="30"/><circle cx="450" cy="686" r="16"/><circle cx="484" cy="668" r="17"/><circle cx="520" cy="668" r="17"/><circle cx="552" cy="686" r="16"/></g>`,
  };
};

export const blocks: Shape = (palette) => {
  const face = [palette.body, palette.accent, palette.light, palette.shade].map((colour) =>
    lit(mix(colour, "#ffffff", 0.25), colour),
  );
  const foot = shadow(500, GROUND, 270);
  const cube = (x: number, y: number, side: number, index: number, sign: string) => {
    const brush = face[index % face.length]!;
    return `<path d="M${x} ${y} l40 -34 h${side} l-40 34z" fill="#fff" opacity=".75"/><path d="M${x} ${y} l40 -34 h${side} l-40 34z" fill="${brush.fill}" opacity=".5"/><path d="M${x + side} ${y} l40 -34 v${side} l-40 34z" fill="#000" opacity=".28"/><path d="M${x + side} ${y} l40 -34 v${side} l-40 34z" fill="${brush.fill}" opacity=".6"/>
      <rect x="${x}" y="${y}" width="${side}" height="${side}" rx="8" fill="${brush.fill}"/><text x="${x + side / 2}" y="${y + side * 0.7}" font-family="sans-serif" font-weight="700" font-size="${side * 0.56}" fill="#fff" text-anchor="middle">${sign}</text>`;
  };
  return {
    defs: face.map((brush) => brush.defs).join("") + foot.defs,
    body: `${foot.fill}${cube(250, 620, 180, 0, "A")}${cube(470, 620, 180, 1, "3")}${cube(360, 434, 180, 3, "B")}<circle cx="760" cy="736" r="64" fill="${face[2]!.fill}"/><circle cx="738" cy="712" r="14" fill="#fff" opacity=".7"/>`,
  };
};

export const notebook: Shape = (palette) => {
  const cover = lit(palette.light, palette.shade, "across");
  const foot = shadow(500, GROUND, 240);
  return {
    defs: cover.defs + foot.defs,
    body: `${foot.fill}<g transform="rotate(-6 500 520)"><rect x="330" y="252" width="380" height="540" rx="16" fill="#efe8da"/>${[0, 1, 2, 3].map((index) => `<path d="M${704 - index * 3} 262 v520" stroke="#cfc5b0" stroke-width="2"/>`).join("")}
      <rect x="310" y="240" width="380" height="540" rx="18" fill="${cover.fill}"/><rect x="310" y="240" width="46" height="540" rx="14" fill="#000" opacity=".16"/>
      <rect x="636" y="240" width="16" height="540" fill="${palette.accent}"/><rect x="420" y="400" width="160" height="90" rx="8" fill="#fffaf0" opacity=".95"/><rect x="444" y="426" width="112" height="10" rx="5" fill="${palette.shade}"/><rect x="460" y="450" width="80" height="8" rx="4" fill="${palette.shade}" opacity=".6"/></g>
      <g transform="rotate(38 760 640)"><rect x="744" y="440" width="30" height="330" rx="12" fill="${palette.accent}"/><rect x="744" y="440" width="30" height="60" rx="12" fill="#2a2a2e"/><path d="M744 770 h30 l-15 44z" fill="#d9b98c"/></g>`,
  };
};

export const sunglasses: Shape = (palette) => {
  const frame = lit(palette.body, mix(palette.shade, "#000000", 0.35));
  const lens = lit(mix(palette.accent, "#000000", 0.35), mix(palette.accent, "#ffffff", 0.3));
  const foot = shadow(500, 740, 320);
  const glass = (x: number) =>
    `<path d="M${x} 470 q110 -34 214 0 q14 190 -100 210 q-116 -10 -114 -210z" fill="${lens.fill}" stroke="${frame.fill}" stroke-width="26"/><path d="M${x + 36} 500 q40 -16 74 -12 l-60 110 q-18 -40 -14 -98z" fill="#fff" opacity=".3"/>`;
  return {
    defs: frame.defs + lens.defs + foot.defs,
    body: `${foot.fill}<path d="M252 490 q-90 -110 30 -190 M748 490 q90 -110 -30 -190" fill="none" stroke="${palette.shade}" stroke-width="22" stroke-linecap="round"/>
      ${glass(244)}${glass(542)}<path d="M458 506 q42 -30 84 0" fill="none" stroke="${frame.fill}" stroke-width="26"/><circle cx="262" cy="484" r="9" fill="#f4e1a6"/><circle cx="738" cy="484" r="9" fill="#f4e1a6"/>`,
  };
};

export const tent: Shape = (palette) => {
  const near = lit(palette.light, palette.body);
  const far = lit(palette.body, palette.shade);
  const foot = shadow(500, GROUND, 360);
  return {
    defs: near.defs + far.defs + foot.defs,
    body: `${foot.fill}<path d="M430 260 L860 790 h-240z" fill="${far.fill}"/><path d="M430 260 L620 800 H140z" fill="${near.fill}"/>
      <path d="M430 300 L530 800 H330z" fill="#2a211b"/><path d="M430 300 L398 800 H330z" fill="${palette.accent}"/><path d="M430 300 L470 800 h60z" fill="${mix(palette.accent, "#000000", 0.2)}"/>
      <path d="M430 262 L120 820 M430 262 L880 812" stroke="#fff" stroke-width="4" opacity=".7"/><circle cx="430" cy="258" r="12" fill="${palette.accent}"/>
      ${shine(0, 0, 0, 0, 0)}<path d="M300 520 L190 770" stroke="#fff" stroke-width="16" opacity=".2"/>`,
  };
};
