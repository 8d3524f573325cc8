/** Amounts as people type them, and back. */
import { decimalsOf } from "@/app/lib/money";

/** Minor units as a plain decimal that can be typed again: 12050 USD → "120.50", 12050 JPY → "12050". */
export function majorText(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  const sign = minor < 0 ? "-" : "";
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * Typed text as minor units, or null where it is no amount of this currency or could be read in two ways. "1,234.50", "1.234,50",
 * "1234,5", spaces and full-width digits are understood. Digits never become a float.
 */
export function parseMoney(text: string, currency: string): number | null {
  const decimals = decimalsOf(currency);
  const plain = text
    .normalize("NFKC")
    .replace(/[\s_']/g, "")
    .replace(/。/g, ".");
  const [, whole, part = ""] =
    amountPattern(decimals)
      .exec(plain)
      ?.filter((group) => group !== undefined) ?? [];
  if (whole === undefined) return null;
  const minor = Number(whole.replace(/[.,]/g, "") + part.padEnd(decimals, "0"));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** Plain, English and continental writing. With three decimals "1,234" could be either, and is neither. */
function amountPattern(decimals: number): RegExp {
  if (decimals === 0) return /^(\d+|\d{1,3}(?:,\d{3})+)$/;
  const part = `\\d{0,${decimals}}`;
  const plain = decimals === 3 ? `(\\d+)(?:\\.(${part}))?` : `(\\d+)(?:[.,](${part}))?`;
  const english =
    decimals === 3 ? `(\\d{1,3}(?:,\\d{3})+)\\.(${part})` : `(\\d{1,3}(?:,\\d{3})+)(?:\\.(${part}))?`;
  return new RegExp(`^(?:${plain}|${english}|(\\d{1,3}(?:\\.\\d{3})+),(${part}))$`);
}
