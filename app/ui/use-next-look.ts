/** When the machine looks at a paid post by itself again. */
import looksTexts from "@/app/i18n/en/looks";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { useNow, useTimeZone } from "./page-facts";

/** `next_at` is what was planned when an operator was asked; once it is past, nothing is said. */
export function useNextLook(): (next_at: string | null) => string {
  const t = useTexts(looksTexts);
  const format = useFormat();
  const zone = useTimeZone();
  const now = useNow();
  return (next_at) => {
    if (!next_at) return t("no_next");
    return new Date(next_at) > now ? t("next", { when: format.date(next_at, "minute", zone) }) : "";
  };
}
