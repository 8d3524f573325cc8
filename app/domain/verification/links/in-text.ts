/** The links that stand in a caption or description. */

/** With a scheme, or bare where captions usually leave it out. */
const LINK =
  /(?:https?:\/\/|(?<![\w.@/])(?:www\.|amzn\.(?:to|eu|asia)\/|a\.co\/|amazon\.[a-z]{2,3}(?:\.[a-z]{2})?\/))[^\s<>"'）)\]，。！；、]+/giu;
const SHORT_HOSTS = new Set(["amzn.to", "amzn.eu", "amzn.asia", "a.co", "bit.ly", "geni.us", "linktr.ee"]);
const MAX_LINKS = 40;

/** Whole addresses, in the order of the text, without the punctuation of the sentence around them. Pure. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(LINK)]
    .slice(0, MAX_LINKS)
    .map(([link]) => withoutEnding(link))
    .map((link) => (/^https?:/i.test(link) ? link : `https://${link}`))
    .filter((link) => URL.canParse(link));
}

/** A regular expression that is bound to the end alone reads each run of full stops once for each of its characters. */
function withoutEnding(link: string): string {
  let end = link.length;
  while (end > 0 && ".,;:!?".includes(link.charAt(end - 1))) end -= 1;
  return link.slice(0, end);
}

/** Does the address hide where it leads? */
export function isShortLink(link: string): boolean {
  return SHORT_HOSTS.has(new URL(link).hostname);
}
