/** Does the post lead to the product? */
import type { CheckResult } from "../check";
import { type Facts, plainText, result } from "../facts";
import { readProductLink } from "../links/amazon";
import { isShortLink, linksIn } from "../links/in-text";

export function checkProductLink({ post, brief, product, followed }: Facts): CheckResult | null {
  if (!brief.require_product_link) return null;
  const text = plainText(post);
  if (!post || text === null) return result("product_link", "undecided", "text_unknown");
  const links = linksIn(`${post.title}\n${post.text}`);
  const evidence = links.flatMap((link) => followed.get(link)?.evidence ?? []);
  if (links.some((link) => leadsTo(followed.get(link)?.address ?? link, product)))
    return result("product_link", "passed", "link_found", {}, evidence);
  // Where links cannot be clicked, people search for the number.
  if (product.asin && holdsWord(text, product.asin.toLowerCase()))
    return result("product_link", "passed", "asin_found", { asin: product.asin });
  // A short link that nobody could follow hides where it leads; a person can follow it in a second.
  if (links.some((link) => isShortLink(link) && !followed.has(link)))
    return result("product_link", "undecided", "link_short");
  return result("product_link", "failed", "link_missing", { product: product.asin || product.url }, evidence);
}

function leadsTo(link: string, product: Facts["product"]): boolean {
  const asin = readProductLink(link)?.asin;
  if (product.asin && asin === product.asin) return true;
  if (!product.url || !URL.canParse(link) || !URL.canParse(product.url)) return false;
  const wanted_asin = readProductLink(product.url)?.asin;
  if (wanted_asin) return asin === wanted_asin;
  const [given, wanted] = [new URL(link), new URL(product.url)];
  const host = (url: URL) => url.hostname.replace(/^www\./, "");
  const path = (url: URL) => url.pathname.replace(/\/+$/, "");
  return host(given) === host(wanted) && path(given) === path(wanted);
}

function holdsWord(text: string, word: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).includes(word);
}
