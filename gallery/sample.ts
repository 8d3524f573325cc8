/** What the gallery's examples say. Each is written for both languages, as a page's own texts would be. */
import { useLocale } from "@/app/i18n/use-texts";

export function useSample() {
  const zh = useLocale() === "zh";
  return (english: string, chinese: string) => (zh ? chinese : english);
}
