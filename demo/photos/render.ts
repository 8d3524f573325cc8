/** Turns drawn scenes into the WebP bytes that the asset store keeps. */
import sharp from "sharp";
import { encodePicture, type Picture } from "@/app/domain/asset/store-picture";
import * as devices from "./devices";
import * as goods from "./goods";
import type { Palette } from "./paint";

export type { Picture };

import { type Backdrop, type Shape, scene } from "./scene";
import * as vessels from "./vessels";

export const SHAPES = { ...vessels, ...devices, ...goods } satisfies Record<string, Shape>;
export type ShapeName = keyof typeof SHAPES;

const palette = (
  light: string,
  body: string,
  shade: string,
  accent: string,
  wall: string,
  floor: string,
): Palette => ({ light, body, shade, accent, wall, floor });

export const PALETTES = {
  terracotta: palette("#f3b08c", "#d5764c", "#7f3a20", "#2f5d62", "#f1dccb", "#e2bfa3"),
  sage: palette("#dbe6cf", "#94ab83", "#4e6446", "#d98e4a", "#e6eadd", "#c9d1b9"),
  indigo: palette("#a9b6f2", "#4757b8", "#1d2560", "#f2b84b", "#dfe3f6", "#bcc4e4"),
  blush: palette("#ffe0e0", "#eda3a6", "#a9595f", "#6b3f56", "#fbe9e6", "#f0cdc8"),
  midnight: palette("#6c7a93", "#2b3547", "#0f151f", "#58c4b8", "#cfd8e0", "#a9b6c2"),
  butter: palette("#fff1b8", "#f0c64b", "#a67815", "#3f6f8f", "#fbf3da", "#ecd9a4"),
  forest: palette("#8fbf9f", "#2f6b4a", "#113322", "#e3a857", "#dbe8de", "#b5cbb9"),
  lilac: palette("#ece0fb", "#b398dd", "#654a96", "#f0a36b", "#efe8f7", "#d6c8e8"),
  cream: palette("#ffffff", "#ece3d2", "#a99c84", "#c2573f", "#efe6d8", "#d9c8ae"),
  sky: palette("#d6efff", "#6fb5e0", "#28628b", "#ff8a5c", "#e2f0f8", "#bcd9e8"),
  coral: palette("#ffc3b1", "#f5765c", "#a1341f", "#20484f", "#fde6df", "#f4c4b6"),
  graphite: palette("#b8bcc3", "#5b6068", "#23262b", "#ff7d45", "#e4e5e7", "#c3c6ca"),
} as const satisfies Record<string, Palette>;
export type PaletteName = keyof typeof PALETTES;

export type Photo = { shape: ShapeName; palette: PaletteName; backdrop: Backdrop; zoom?: number };

export function drawPhoto({ shape, palette: name, backdrop, zoom }: Photo): string {
  return scene(SHAPES[shape], PALETTES[name], backdrop, zoom);
}

/** Through the same door as an uploaded picture. */
export async function renderPhoto(photo: Photo): Promise<Picture> {
  return renderSvg(drawPhoto(photo));
}

export async function renderSvg(svg: string): Promise<Picture> {
  const { data, info } = await sharp(Buffer.from(svg))
    .png({ compressionLevel: 0 })
    .toBuffer({ resolveWithObject: true });
  if (info.width === 0) throw new Error("Nothing was drawn");
  return encodePicture(data);
}
