/** Brushes for product pictures: gradients that model light from the upper left, and the soft shadow a thing casts on a studio floor. */

/** Colours of one product: its body in light and shade, an accent, and the room it stands in. */
export type Palette = {
  light: string;
  body: string;
  shade: string;
  accent: string;
  wall: string;
  floor: string;
};

export const SIZE = 1_000;

let counter = 0;

/** A brush defines its gradients once and names them in `fill`. */
export type Brush = { defs: string; fill: string };

/** Light falling over a round body from the left: shade, light, body, deep shade, a thin rim of light. */
export function round(p: Pick<Palette, "light" | "body" | "shade">): Brush {
  const id = `g${++counter}`;
  return {
    fill: `url(#${id})`,
    defs: `<linearGradient id="${id}" x1="0" x2="1" y1="0" y2="0">
      <stop offset="0" stop-color="${p.shade}"/><stop offset=".1" stop-color="${p.body}"/><stop offset=".3" stop-color="${p.light}"/>
      <stop offset=".55" stop-color="${p.body}"/><stop offset=".88" stop-color="${p.shade}"/><stop offset="1" stop-color="${p.body}"/>
    </linearGradient>`,
  };
}

/** A flat face lit from above. */
export function lit(from: string, to: string, angle: "down" | "across" = "down"): Brush {
  const id = `g${++counter}`;
  const axis = angle === "down" ? 'x1="0" y1="0" x2=".35" y2="1"' : 'x1="0" y1="0" x2="1" y2=".2"';
  return {
    fill: `url(#${id})`,
    defs: `<linearGradient id="${id}" ${axis}><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`,
  };
}

/** A ball lit from the upper left. */
export function ball(p: Pick<Palette, "light" | "body" | "shade">): Brush {
  const id = `g${++counter}`;
  return {
    fill: `url(#${id})`,
    defs: `<radialGradient id="${id}" cx=".36" cy=".3" r=".78">
      <stop offset="0" stop-color="${p.light}"/><stop offset=".5" stop-color="${p.body}"/><stop offset="1" stop-color="${p.shade}"/></radialGradient>`,
  };
}

/** A glow that fades to nothing. */
export function glow(colour: string, strength = 0.9): Brush {
  const id = `g${++counter}`;
  return {
    fill: `url(#${id})`,
    defs: `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/>
      <stop offset=".45" stop-color="${colour}" stop-opacity="${strength * 0.35}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`,
  };
}

/** The shadow under a thing: a dark line of contact in a wide soft pool that leans away from the light. */
export function shadow(cx: number, y: number, half_width: number): Brush {
  const pool = glow("#000", 0.42);
  const contact = glow("#000", 0.6);
  return {
    defs: pool.defs + contact.defs,
    fill: `<ellipse cx="${cx + half_width * 0.28}" cy="${y + 6}" rx="${half_width * 1.5}" ry="${half_width * 0.27}" fill="${pool.fill}"/>
      <ellipse cx="${cx}" cy="${y}" rx="${half_width * 1.06}" ry="${Math.max(12, half_width * 0.1)}" fill="${contact.fill}"/>`,
  };
}

/** A vertical streak of reflected window light. */
export function shine(x: number, y: number, width: number, height: number, opacity = 0.45): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${width / 2}" fill="#fff" opacity="${opacity}"/>`;
}

/** Gradients are named by a counter, so that a picture is the same whenever it is drawn first. */
export function beginPicture(): void {
  counter = 0;
}
