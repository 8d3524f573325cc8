/**
 * Texts are modules: a component imports the English file of its texts, and the compiler checks each key against it. The server finds
 * the same file of the reader's language (`translations.ts`); a browser is given that file in place of the English one
 * (`texts-plugin.ts`). What a page imports is therefore what it loads, in one language, and nothing can be missing.
 */
import { countryName } from "./countries";
import { formatDate } from "./format";
import { closeUp } from "./han-spacing";
import { LANGUAGE_TAGS, type Locale } from "./locales";
import { type Texts, translationOf } from "./translations";

/** The key of a text: a plural's two forms, `posts_one` and `posts_other`, are the one key `posts`. */
type Name<Key extends string, T> = Key extends `${infer Base}_one`
  ? Base
  : Key extends `${infer Base}_other`
    ? `${Base}_one` extends keyof T
      ? Base
      : Key
    : Key;

/** Every key of a file, the inner ones as paths: `form.title`. */
export type KeyOf<T> = {
  [Key in keyof T & string]: T[Key] extends string ? Name<Key, T> : `${Key}.${KeyOf<T[Key]>}`;
}[keyof T & string];

/** What fills `{{placeholders}}`. `count` also chooses the plural; `context` prefers `key_context` where there is one. */
export type Values = Readonly<Record<string, string | number | boolean | Date | null | undefined>>;

/** Puts a value into words: `{{until, instant}}`. */
export type Formatter = (value: string, locale: Locale) => string;

export type Translator<T extends Texts> = {
  (key: KeyOf<T>, values?: Values): string;
  /** For keys that come from data. */
  has(key: string): key is KeyOf<T>;
};

const FORMATTERS: Readonly<Record<string, Formatter>> = {
  instant: (value, locale) => formatDate(value, locale, "minute_long"),
  country: countryName,
};

const translators = new WeakMap<Texts, Partial<Record<Locale, unknown>>>();

/** The translator of `texts` into `locale`; each is made once. */
export function translator<T extends Texts>(texts: T, locale: Locale): Translator<T> {
  const made = translators.get(texts) ?? {};
  translators.set(texts, made);
  made[locale] ??= makeTranslator(texts, locale);
  return made[locale] as Translator<T>;
}

/** For texts with formatters of their own beside `instant` and `country`; whoever makes one keeps it. */
export function makeTranslator<T extends Texts>(
  texts: T,
  locale: Locale,
  own: Readonly<Record<string, Formatter>> = {},
): Translator<T> {
  const formatters = { ...FORMATTERS, ...own };
  const all = flatten(translationOf(texts, locale));
  const plurals = new Intl.PluralRules(LANGUAGE_TAGS[locale]);

  function find(key: string, { count, context }: Values): string | undefined {
    for (const name of context ? [`${key}_${context}`, key] : [key]) {
      const plural = typeof count === "number" ? all.get(`${name}_${plurals.select(count)}`) : undefined;
      const text = plural ?? all.get(name);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  function translate(key: string, values: Values = {}): string {
    // A missing text must show in a test, not hide behind the other language.
    let text = find(key, values) ?? key;
    const inserted: string[] = [];
    text = text.replace(
      /\{\{\s*(\w+)\s*(?:,\s*(\w+)\s*)?\}\}/g,
      (_, name: string, format: string | undefined) => {
        const given = values[name] ?? "";
        const value = given instanceof Date ? given.toISOString() : String(given);
        const written = format && value ? (formatters[format]?.(value, locale) ?? value) : value;
        inserted.push(written);
        return written;
      },
    );
    return locale === "zh" ? inserted.filter(Boolean).reduce(closeUp, text) : text;
  }
  const has = (key: string) => find(key, { count: 1 }) !== undefined;
  return Object.assign(translate, { has }) as unknown as Translator<T>;
}

function flatten(texts: Texts, path = "", into = new Map<string, string>()): Map<string, string> {
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === "string") into.set(path + key, value);
    else flatten(value, `${path}${key}.`, into);
  }
  return into;
}
