/** How a message is shown to a person: its HTML ready for a sandboxed frame, its text with links. */
import { html, type Markup } from "../frame/page";
import type { Message } from "./message";

/** An address in running text, without the full stop or comma that ends its sentence. */
const ADDRESS = /https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?]/g;

/** Nothing in a mail may run or call home; pictures may load, as in a mail program. */
export const FRAME_POLICY =
  "default-src 'none'; img-src * data:; style-src 'unsafe-inline'; font-src * data:";

/** The message's own HTML; its links open in a new tab, because the frame they are in cannot be navigated. */
export function framed(message: Message): string {
  const source = message.html ?? "";
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(source) ? source.replace(/<head[^>]*>/i, (head) => head + base) : base + source;
}

/** Plain text in which addresses can be clicked. */
export function linked(text: string): Markup {
  const parts: Array<Markup | string> = [];
  let end = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    parts.push(text.slice(end, index), html`<a href="${address}">${address}</a>`);
    end = index + address.length;
  }
  parts.push(text.slice(end));
  return html`${parts}`;
}

/** The addresses a reader can follow, once each, in order. */
export function linksOf(message: Message): string[] {
  const source = message.html
    ? [...message.html.matchAll(/href="(https?:[^"]+)"/g)].map(([, address]) =>
        (address ?? "").replaceAll("&amp;", "&"),
      )
    : (message.text?.match(ADDRESS) ?? []);
  return [...new Set(source)];
}
