/**
 * The letters of papers: Noto Sans Hans has Latin, figures and Chinese, and only what a paper uses of it is put into its file. It comes from npm, so
 * that nothing is fetched while a paper is made.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export type Fonts = { plain: Buffer; strong: Buffer };

let kept: Fonts | undefined;

/** Read once: each has eight megabytes. */
export function pdfFonts(): Fonts {
  if (kept) return kept;
  const folder = join(dirname(createRequire(import.meta.url).resolve("@embedpdf/fonts-sc")), "../fonts");
  const font = (weight: string) => readFileSync(join(folder, `NotoSansHans-${weight}.otf`));
  kept = { plain: font("Regular"), strong: font("Bold") };
  return kept;
}
