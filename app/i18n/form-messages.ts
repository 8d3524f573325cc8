/**
 * What a form says about a field. Zod reports; these are the words. Own checks name a key of `errors:field` as their message
 * (`.refine(…, { message: "asks_for_review" })`), and `Field` puts it into words; everything Zod finds by itself goes through `zodMessages`.
 */
import type { TFunction } from "i18next";
import type { $ZodErrorMap } from "zod/v4/core";

/**
 * Zod's own findings in the language of `t`: `schema.safeParse(input, { error: zodMessages(t) })`.
 */
export function zodMessages(t: TFunction<"errors">): $ZodErrorMap {
  return (issue) => {
    switch (issue.code) {
      case "invalid_type":
        return issue.input === undefined || issue.input === null || issue.input === ""
          ? t("field.required")
          : t(issue.expected === "number" ? "field.number" : "field.invalid");
      case "too_small":
        return tooSmall(t, issue.origin, Number(issue.minimum));
      case "too_big":
        return tooBig(t, issue.origin, Number(issue.maximum));
      case "invalid_format":
        if (issue.format === "email") return t("field.email");
        if (issue.format === "url") return t("field.url");
        return t("field.invalid");
      case "invalid_value":
        return t("field.choose");
      default:
        return t("field.invalid");
    }
  };
}

/** A finding as a sentence: the text of the key that it names, or the sentence that it already is. */
export function findingText(t: TFunction<"errors">, finding: string): string {
  if (!/^[a-z0-9_]+$/.test(finding)) return finding;
  const say = t as unknown as (keys: string[], fallback: string) => string;
  return say([`field.${finding}`, finding], finding);
}

function tooSmall(t: TFunction<"errors">, origin: string, minimum: number): string {
  if (origin === "string")
    return minimum <= 1 ? t("field.required") : t("field.too_short", { count: minimum });
  if (origin === "array") return t("field.too_few", { count: minimum });
  return t("field.too_low", { minimum });
}

function tooBig(t: TFunction<"errors">, origin: string, maximum: number): string {
  if (origin === "string") return t("field.too_long", { count: maximum });
  if (origin === "array") return t("field.too_many", { count: maximum });
  return t("field.too_high", { maximum });
}
