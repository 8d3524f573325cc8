/** What a check looks at (`check`), or what it has found (`code`), in words. */
import verificationTexts from "./en/verification";
import { useTexts } from "./use-texts";

type Found = { check: string; code: string; params: Record<string, string | number> };

export function useCheckWords(): (found: Found, about: "check" | "code") => string {
  const t = useTexts(verificationTexts);
  return (found, about) => {
    const key = `${about}.${found[about]}`;
    // A check may be younger than the texts of an old page: its bare name is then better than nothing.
    return t.has(key) ? t(key, found.params) : found.check;
  };
}
