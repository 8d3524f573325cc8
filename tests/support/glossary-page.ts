/** docs/glossary.md as data: its terms, its lists of names, its plain words and the words that are not used. */

export type Glossary = {
  /** Every word of a term, lower case. */
  words: ReadonlySet<string>;
  /** The names that a section defines, by its heading. */
  names: ReadonlyMap<string, readonly string[]>;
  /** Words and phrases that no name may contain, with what to say instead. */
  forbidden: readonly { phrase: readonly string[]; say: string }[];
};

export function readGlossary(page: string): Glossary {
  const sections = new Map(page.split(/^## /m).map((text) => [text.split("\n", 1)[0] ?? "", text]));
  const names = new Map([...sections].map(([heading, text]) => [heading, namesIn(text)]));
  const terms = firstCells(sections.get("Terms") ?? "").flatMap(wordsOf);
  const plain = (sections.get("Plain words") ?? "")
    .split("\n")
    .slice(3)
    .join(" ")
    .split(/[,\s]+/);
  const single = [...names.values()].flat().filter((name) => /^[a-z]+$/.test(name));
  return {
    words: new Set([...terms, ...plain.filter(Boolean), ...single]),
    names,
    forbidden: rowsOf(sections.get("Words we do not use") ?? "").flatMap(([not = "", say = ""]) =>
      not.split(", ").map((phrase) => ({ phrase: wordsOf(phrase), say })),
    ),
  };
}

/** "offerPayments", "offer_payments", "Offer-payments" → offer, payments. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
}

/** A word of the glossary, or one with a regular ending. */
export function isKnown({ words }: Glossary, word: string): boolean {
  return words.has(word) || stemsOf(word).some((stem) => words.has(stem));
}

/** A regular ending, and what the word is without it: offers, bodies, disputed, shipped, denied, monitoring, creating. */
const ENDINGS: readonly [RegExp, string][] = [
  [/s$/, ""],
  [/es$/, ""],
  [/ies$/, "y"],
  [/d$/, ""],
  [/ed$/, ""],
  [/(.)\1ed$/, "$1"],
  [/ied$/, "y"],
  [/ing$/, ""],
  [/ing$/, "e"],
];

function stemsOf(word: string): string[] {
  return ENDINGS.filter(([ending]) => ending.test(word)).map(([ending, rest]) => word.replace(ending, rest));
}

/** The first forbidden phrase whose words stand in `name`, one after the other; the last may be a plural. */
export function forbiddenIn({ forbidden }: Glossary, name: string): Glossary["forbidden"][number] | null {
  const padded = ` ${wordsOf(name).join(" ")} `;
  const isIn = (phrase: readonly string[]) =>
    ["", "s", "es"].some((ending) => padded.includes(` ${phrase.join(" ")}${ending} `));
  return forbidden.find(({ phrase }) => isIn(phrase)) ?? null;
}

function rowsOf(section: string): string[][] {
  return section
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .filter((line, index, lines) => !line.startsWith("| --- ") && !lines[index + 1]?.startsWith("| --- "))
    .map((line) => line.slice(2, -2).split(" | "));
}

const firstCells = (section: string) => rowsOf(section).map(([cell = ""]) => cell);

function namesIn(section: string): string[] {
  return firstCells(section).flatMap((cell) => /^`([^`]+)`$/.exec(cell)?.[1] ?? []);
}
