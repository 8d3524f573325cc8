/** From a letter's name and its facts to what goes into the envelope. */
import type { Locale } from "@/app/i18n/locales";
import { letterOf } from "./catalog";
import { plainText } from "./plain-text";
import { wordsOf } from "./words";

export type RenderedLetter = { subject: string; html: string; text: string };

/**
 * @throws ZodError when `props` lack something the letter says
 */
export async function render(template: string, locale: Locale, props: unknown): Promise<RenderedLetter> {
  const kind = letterOf(template);
  const words = wordsOf(locale);
  const content = kind.write(words, kind.props.parse(props));
  // React Email costs a third of a second to load; only a process that writes a letter pays it.
  const [{ render: toHtml }, { Letter }] = await Promise.all([
    import("@react-email/render"),
    import("./letter"),
  ]);
  return {
    subject: content.subject,
    html: await toHtml(<Letter content={content} words={words} />),
    text: plainText(content, words),
  };
}
