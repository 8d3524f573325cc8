/** What a check looks at (`check`), or what it has found (`code`), in words. */
import { useTranslation } from "react-i18next";

type Found = { check: string; code: string; params: Record<string, string | number> };

export function useCheckWords(): (found: Found, about: "check" | "code") => string {
  const { t, i18n } = useTranslation("verification");
  return (found, about) => {
    const key = `${about}.${found[about]}`;
    // A check may be younger than the texts of an old page: its bare name is then better than nothing.
    return i18n.exists(`verification:${key}`)
      ? (t as unknown as (key: string, params: object) => string)(key, found.params)
      : found.check;
  };
}
