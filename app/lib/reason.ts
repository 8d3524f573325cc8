/** Whether a reason that somebody has to give says anything at all. */

const SHORTEST = 10;
/** One of these says about as much as two letters. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Ten letters, or five Chinese characters. */
export function isReason(text: string | undefined): boolean {
  const said = (text ?? "").trim();
  return said.length + (said.match(DENSE)?.length ?? 0) >= SHORTEST;
}
