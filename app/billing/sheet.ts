/** Pages of A4 that text is set on from top to bottom; whatever is set goes on to a new page where it does not fit. */
import PDFDocument from "pdfkit";
import { pdfFonts } from "./fonts";

/** Points; A4 is 595 by 842. */
const LEFT = 44;
export const WIDTH = 507;
const TOP = 44;
const BOTTOM = 842 - 56;

export const INK = "#1c1b1a";
export const SOFT = "#5f5b56";
export const LINE = "#dcd7d0";

export type Ink = { size?: number; strong?: boolean; color?: string; align?: "left" | "right" };

export type About = { title: string; author: string; language: string };

export class Sheet {
  /** Where the next thing is set. */
  y = TOP;
  private readonly doc: PDFKit.PDFDocument;
  private readonly han: boolean;

  constructor({ title, author, language }: About) {
    this.han = language.startsWith("zh");
    this.doc = new PDFDocument({
      size: "A4",
      margin: 0,
      bufferPages: true,
      lang: language,
      displayTitle: true,
      info: { Title: title, Author: author, Creator: "Postbond" },
    });
    const { plain, strong } = pdfFonts();
    this.doc.registerFont("plain", plain).registerFont("strong", strong).font("plain");
  }

  /** How high `text` is when it is set `width` wide. */
  heightOf(text: string, width: number, ink: Ink = {}): number {
    return text ? this.use(ink).heightOfString(this.marks(text), { width, lineGap: gapOf(ink) }) : 0;
  }

  /** Sets `text` in a column that begins at `x` (from the left margin); moves nothing. @returns its height */
  set(text: string, x: number, width: number, ink: Ink = {}, y = this.y): number {
    if (!text) return 0;
    const height = this.heightOf(text, width, ink);
    this.use(ink).text(this.marks(text), LEFT + x, y, {
      width,
      lineGap: gapOf(ink),
      align: ink.align ?? "left",
    });
    return height;
  }

  rule(color = LINE, weight = 0.5, x = 0, width = WIDTH): void {
    this.doc.lineWidth(weight).strokeColor(color);
    this.doc
      .moveTo(LEFT + x, this.y)
      .lineTo(LEFT + x + width, this.y)
      .stroke();
  }

  /** Begins a new page when `height` does not fit on this one. @returns whether it did */
  ensureSpace(height: number): boolean {
    if (this.y + height <= BOTTOM) return false;
    this.doc.addPage();
    this.y = TOP;
    return true;
  }

  /** Writes at the foot of every page, and closes the file. */
  async finish(foot: (page: number, pages: number) => readonly [string, string]): Promise<Buffer> {
    const { count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(page);
      const [left, right] = foot(page + 1, count);
      this.set(left, 0, WIDTH - 120, { size: 8, color: SOFT }, BOTTOM + 20);
      this.set(right, WIDTH - 120, 120, { size: 8, color: SOFT, align: "right" }, BOTTOM + 20);
    }
    const parts: Buffer[] = [];
    this.doc.on("data", (part: Buffer) => parts.push(part));
    const closed = new Promise((resolve) => this.doc.on("end", resolve));
    this.doc.end();
    await closed;
    return Buffer.concat(parts);
  }

  /** In a Chinese font quotation marks are as wide as a sign, which tears a Latin word apart. */
  private marks(text: string): string {
    return this.han ? text : text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  }

  private use({ size = 9, strong, color = INK }: Ink): PDFKit.PDFDocument {
    return this.doc
      .font(strong ? "strong" : "plain")
      .fontSize(size)
      .fillColor(color);
  }
}

/** Noto's own lines stand far apart already. */
function gapOf({ size = 9 }: Ink): number {
  return -size * 0.08;
}
