/** From a template and its props to an email: subject, HTML and text. */
import type { Locale } from "@/app/i18n/locales";
import { type EmailParams, type TemplateName, templateOf } from "./catalog";
import { plainText } from "./plain-text";
import type { EmailProps } from "./template";
import { wordsOf } from "./words";

export type RenderedEmail = { subject: string; html: string; text: string };

/** @throws when the email names a deadline and none runs */
export async function render<N extends TemplateName>(
  name: N,
  locale: Locale,
  props: EmailProps<EmailParams[N]>,
): Promise<RenderedEmail> {
  const template = templateOf(name);
  const words = wordsOf(locale);
  const content = template.write(words, props);
  const url = template.link(props);
  // React Email costs a third of a second to load; only a process that writes an email pays it.
  const [{ render: toHtml }, { Layout }] = await Promise.all([
    import("@react-email/render"),
    import("./layout"),
  ]);
  return {
    subject: content.subject,
    html: await toHtml(<Layout content={content} url={url} words={words} />),
    text: plainText(content, url, words),
  };
}
