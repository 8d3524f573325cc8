/**
 * A page's tags and texts, one after the other, in time in proportion to its length. htmlparser2's own `Parser` also keeps which tags are open,
 * and searches and moves that list at each tag: a page of many unclosed tags takes it minutes. Nothing here asks what a tag stands in.
 */
import { Tokenizer } from "htmlparser2";

export type Attributes = ReadonlyMap<string, string>;

/** Names are lower case, entities are read. `text` may come in pieces. */
export type TagListener = {
  opened: (name: string, attributes: Attributes) => void;
  /** Also for tags that were never opened. */
  closed: (name: string) => void;
  text: (text: string) => void;
};

/** NUL is no character of a page, and none that a database keeps. */
const NUL = "\0";
const NO_CHARACTER = "\ufffd";

export function readTags(source: string, listener: TagListener): void {
  const html = source.replaceAll(NUL, NO_CHARACTER);
  let attributes = new Map<string, string>();
  let name = "";
  let attribute = "";
  let value = "";
  const opened = () => listener.opened(name, attributes);
  const ignored = () => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata(start, end) {
        value += html.slice(start, end);
      },
      onattribentity(code) {
        value += String.fromCodePoint(code);
      },
      onattribend() {
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: opened,
      // HTML knows no such tags: `<script/>` opens a script.
      onselfclosingtag: opened,
      onclosetag: (start, end) => listener.closed(html.slice(start, end).toLowerCase()),
      ontext: (start, end) => listener.text(html.slice(start, end)),
      ontextentity: (code) => listener.text(String.fromCodePoint(code)),
      oncdata: ignored,
      oncomment: ignored,
      ondeclaration: ignored,
      onprocessinginstruction: ignored,
      onend: ignored,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
