/** The studio a product stands in: a wall, a floor, a pool of light, and one quiet prop behind. */
import { beginPicture, glow, lit, type Palette, SIZE } from "./paint";

export const BACKDROPS = ["arch", "sun", "plinth", "window", "plain"] as const;
export type Backdrop = (typeof BACKDROPS)[number];

/** What a shape draws: its own definitions, the picture, and where its foot is. */
export type Drawing = { defs: string; body: string };
export type Shape = (palette: Palette) => Drawing;

/** A side of the finished picture: sharp on a phone of threefold density, and drawn in a tenth of a second. */
const PIXELS = 800;

/** Where the floor meets the wall, and where products stand. */
export const HORIZON = 690;
export const GROUND = 800;

/** One square picture as SVG text. A larger `zoom` moves the camera closer. */
export function scene(shape: Shape, palette: Palette, backdrop: Backdrop, zoom = 1.15): string {
  beginPicture();
  const wall = lit(mix(palette.wall, "#ffffff", 0.35), palette.wall);
  const floor = lit(mix(palette.floor, "#ffffff", 0.3), mix(palette.floor, "#000000", 0.1));
  const light = glow("#ffffff", 0.75);
  const edge = glow("#000000", 0.3);
  const prop = drawProp(backdrop, palette);
  const drawing = shape(palette);
  const shift = (SIZE / 2) * (1 - zoom);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PIXELS}" height="${PIXELS}" viewBox="0 0 ${SIZE} ${SIZE}">
    <defs>${wall.defs}${floor.defs}${light.defs}${edge.defs}${prop.defs}${drawing.defs}</defs>
    <rect width="${SIZE}" height="${SIZE}" fill="${wall.fill}"/>
    <rect y="${HORIZON}" width="${SIZE}" height="${SIZE - HORIZON}" fill="${floor.fill}"/>
    <rect y="${HORIZON - 18}" width="${SIZE}" height="36" fill="${mix(palette.wall, palette.floor, 0.5)}" opacity=".5"/>
    <ellipse cx="330" cy="300" rx="560" ry="480" fill="${light.fill}"/>
    ${prop.fill}
    <g transform="translate(${shift} ${shift * 1.15}) scale(${zoom})">${drawing.body}</g>
    <ellipse cx="1080" cy="1060" rx="620" ry="520" fill="${edge.fill}" opacity=".5"/>
  </svg>`;
}

function drawProp(backdrop: Backdrop, palette: Palette): { defs: string; fill: string } {
  const tint = lit(mix(palette.wall, palette.accent, 0.3), mix(palette.wall, palette.accent, 0.14));
  if (backdrop === "arch")
    return {
      defs: tint.defs,
      fill: `<path d="M250 ${HORIZON} V400 a250 250 0 0 1 500 0 V${HORIZON} Z" fill="${tint.fill}"/>`,
    };
  if (backdrop === "sun")
    return { defs: tint.defs, fill: `<circle cx="560" cy="420" r="300" fill="${tint.fill}"/>` };
  if (backdrop === "plinth")
    return {
      defs: tint.defs,
      fill: `<rect x="690" y="470" width="210" height="${HORIZON + 40 - 470}" rx="10" fill="${tint.fill}"/><rect x="90" y="560" width="150" height="${HORIZON + 40 - 560}" rx="10" fill="${tint.fill}" opacity=".7"/>`,
    };
  if (backdrop === "window") {
    const panes = [0, 1, 2]
      .flatMap((column) =>
        [0, 1].map(
          (row) => `<rect x="${130 + column * 150}" y="${90 + row * 230}" width="130" height="210" rx="4"/>`,
        ),
      )
      .join("");
    return {
      defs: "",
      fill: `<g fill="#fff" opacity=".28" transform="skewX(-14) translate(150 0)">${panes}</g>`,
    };
  }
  return { defs: "", fill: "" };
}

/** `share` of `b` in `a`; both `#rrggbb`. */
export function mix(a: string, b: string, share: number): string {
  const parse = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const from = parse(a);
  const to = parse(b);
  return `#${from
    .map((value, index) =>
      Math.round(value + ((to[index] as number) - value) * share)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
