/** Does the post lead to the product? */
import type { CheckResult } from "../check";
import { type Facts, result } from "../facts";
import { readProductLink } from "../links/amazon";

const LINKS = /https?:\/\/[^\s<>"'）)\]，。]+/giu;
const SHORT = /^https?:\/\/(?:amzn\.to|a\.co|amzn\.eu)\//i;

export function checkProductLink({ post, brief, product }: Facts): CheckResult | null {
  if (!brief.require_product_link) return null;
  if (!post) return result("product_link", "undecided", "text_unknown");
  const links = [...`${post.title}\n${post.text}`.matchAll(LINKS)].map(([link]) =>
    link.replace(/[.,;:!?]+$/, ""),
  );
  if (links.some((link) => leadsTo(link, product))) return result("product_link", "passed", "link_found");
  // A short link hides where it leads; a person can follow it in a second.
  if (product.asin && links.some((link) => SHORT.test(link)))
    return result("product_link", "undecided", "link_short");
  return result("product_link", "failed", "link_missing", { product: product.asin || product.url });
}

function leadsTo(link: string, product: Facts["product"]): boolean {
  const asin = readProductLink(link)?.asin;
  if (product.asin && asin === product.asin) return true;
  if (!product.url || !URL.canParse(link) || !URL.canParse(product.url)) return false;
  const [given, wanted] = [new URL(link), new URL(product.url)];
  const host = (url: URL) => url.hostname.replace(/^www\./, "");
  const path = (url: URL) => url.pathname.replace(/\/+$/, "");
  return (
    host(given) === host(wanted) &&
    path(given) === path(wanted) &&
    (asin === undefined || asin === readProductLink(product.url)?.asin)
  );
}
