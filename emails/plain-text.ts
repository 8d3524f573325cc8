/** The text part of an email: written, not stripped from HTML, so that it reads well on its own. */
import type { EmailContent } from "./content";
import type { Words } from "./words";

export function plainText(content: EmailContent, url: string, { t, locale }: Words): string {
  const named = (label: string) => t("layout.label", { label });
  const space = locale === "zh" ? "" : " ";
  const paragraphs = [
    t("layout.greeting", { recipient: content.recipient }),
    content.heading,
    content.lead,
    ...content.quotes.map(([label, text]) => `${named(label)}\n${indented(text)}`),
    content.list
      ? `${named(content.list.label)}\n${content.list.items.map((item) => `- ${item}`).join("\n")}`
      : "",
    content.next,
    content.facts.map(([label, value]) => `${named(label)}${space}${value}`).join("\n"),
    content.money,
    `${named(content.action)}\n${url}`,
    `--\n${content.why}\n${t("layout.footer")}\nPostbond · ${t("layout.tagline")}`,
  ];
  return `${paragraphs.filter(Boolean).join("\n\n")}\n`;
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}
