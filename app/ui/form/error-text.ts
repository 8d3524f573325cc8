/** Puts a form's finding into words: a key of `errors:field` or `errors` where it is one, else the sentence it already is. */
import { useTranslation } from "react-i18next";

export function useErrorText(): (finding: string) => string {
  const { t, i18n } = useTranslation("errors");
  return (finding) => {
    if (!/^[a-z0-9_]+$/.test(finding)) return finding;
    const key = [`errors:field.${finding}`, `errors:${finding}`].find((name) => i18n.exists(name));
    return key ? (t as unknown as (key: string) => string)(key) : finding;
  };
}
