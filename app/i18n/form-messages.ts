/**
 * What a form says about a field. Zod reports; these are the words. Own checks name a key of `errors/field` as their message
 * (`.refine(…, { message: "asks_for_review" })`), and `Field` puts it into words; everything Zod finds by itself goes through `zodMessages`.
 */
import type { $ZodErrorMap } from "zod/v4/core";
import fieldTexts from "./en/errors/field";
import refusalTexts from "./en/errors/refusals";
import type { Locale } from "./locales";
import { type Translator, translator } from "./texts";

/**
 * Zod's own findings in words: `schema.safeParse(input, { error: zodMessages(locale) })`.
 */
export function zodMessages(locale: Locale): $ZodErrorMap {
  const t = translator(fieldTexts, locale);
  return (issue) => {
    switch (issue.code) {
      case "invalid_type":
        return issue.input === undefined || issue.input === null || issue.input === ""
          ? t("required")
          : t(issue.expected === "number" ? "number" : "invalid");
      case "too_small":
        return tooSmall(t, issue.origin, Number(issue.minimum));
      case "too_big":
        return tooBig(t, issue.origin, Number(issue.maximum));
      case "invalid_format":
        if (issue.format === "email") return t("email");
        if (issue.format === "url") return t("url");
        return t("invalid");
      case "invalid_value":
        return t("choose");
      default:
        return t("invalid");
    }
  };
}

/** A finding as a sentence: the text of the key that it names, or the sentence that it already is. */
export function findingText(locale: Locale, finding: string): string {
  if (!/^[a-z0-9_]+$/.test(finding)) return finding;
  const field = translator(fieldTexts, locale);
  const refusal = translator(refusalTexts, locale);
  if (field.has(finding)) return field(finding);
  return refusal.has(finding) ? refusal(finding) : finding;
}

function tooSmall(t: Translator<typeof fieldTexts>, origin: string, minimum: number): string {
  if (origin === "string") return minimum <= 1 ? t("required") : t("too_short", { count: minimum });
  if (origin === "array") return t("too_few", { count: minimum });
  return t("too_low", { minimum });
}

function tooBig(t: Translator<typeof fieldTexts>, origin: string, maximum: number): string {
  if (origin === "string") return t("too_long", { count: maximum });
  if (origin === "array") return t("too_many", { count: maximum });
  return t("too_high", { maximum });
}
