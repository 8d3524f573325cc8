/**
 * Chinese sets a space between Chinese and Latin words, none between two Chinese ones: "与 Northfold 合作", but "与周小雨合作". Texts are
 * written with the space; what is put into them decides whether it stays.
 */
const HAN_BEFORE = "(?<=[\\p{Script=Han}，。：；、！？“”（）])";
const HAN_AFTER = "(?=[\\p{Script=Han}，。：；、！？“”（）])";

/** `text` without the spaces that separate `inserted`, where it begins or ends with a Chinese character, from other ones. */
export function closeUp(text: string, inserted: string): string {
  const word = inserted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  let closed = text;
  if (/^\p{Script=Han}/u.test(inserted))
    closed = closed.replace(new RegExp(`${HAN_BEFORE} (?=${word})`, "gu"), "");
  if (/\p{Script=Han}$/u.test(inserted))
    closed = closed.replace(new RegExp(`(?<=${word}) ${HAN_AFTER}`, "gu"), "");
  return closed;
}
