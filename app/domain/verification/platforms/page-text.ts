/** Reads what a page says out of its markup. The pages are the platforms' own; what stands in them is a stranger's. */

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** `&#064;` and its like are how pages write @, emoji and quotes. In one pass, so that nothing is decoded twice. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? whole;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** What a page shows to people, without its markup. Script and style are left out. */
export function visibleText(html: string): string {
  const bare = html.replace(/<(script|style|noscript)\b[\s\S]*?<\/\1>/gi, " ").replace(/<[^>]+>/g, " ");
  return decodeEntities(bare).replace(/\s+/g, " ").trim();
}

/** The content of a `<meta>` by its property or name, with its line breaks; empty when there is none. */
export function metaContent(html: string, name: string): string {
  for (const [tag] of html.matchAll(/<meta\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi)) {
    const attribute = (wanted: string) => {
      const found = new RegExp(`\\s${wanted}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(tag);
      return found && (found[1] ?? found[2] ?? "");
    };
    if ((attribute("property") ?? attribute("name")) !== name) continue;
    return decodeEntities(attribute("content") ?? "").trim();
  }
  return "";
}

/** The JSON inside the `<script>` with this id; null when there is none. */
export function scriptJson(html: string, id: string): unknown {
  const found = new RegExp(`<script\\b[^>]*\\bid="${id}"[^>]*>([\\s\\S]*?)</script>`, "i").exec(html)?.[1];
  try {
    return found ? JSON.parse(found) : null;
  } catch {
    return null;
  }
}
