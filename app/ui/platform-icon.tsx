/** Our own simple marks for the platforms: recognisable shapes in one colour, no copies of anybody's logo. */

import type { Platform } from "@/app/domain/creator/vocabulary";
import commonTexts from "@/app/i18n/en/common";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "./class-names";

const MARKS: Readonly<Record<Platform, string>> = {
  youtube:
    "M5.5 5.5h13a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3h-13a3 3 0 0 1-3-3v-7a3 3 0 0 1 3-3zM10.2 9.2v5.6l4.8-2.8z",
  tiktok: "M13.5 3.5v11.3a3.2 3.2 0 1 1-3.2-3.2M13.5 3.5c.3 2.7 2.2 4.6 5 4.8",
  instagram:
    "M7.5 3.5h9a4 4 0 0 1 4 4v9a4 4 0 0 1-4 4h-9a4 4 0 0 1-4-4v-9a4 4 0 0 1 4-4zM12 8.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6zM17 7h.01",
  amazon:
    "M4.5 9.5 6 4.5h12l1.5 5M5.5 10v9.5h13V10M4.5 9.5a2.5 2.5 0 0 0 5 0 2.5 2.5 0 0 0 5 0 2.5 2.5 0 0 0 5 0M10 19.5v-5h4v5",
};

type Props = {
  platform: Platform /** Says the name beside the mark. */;
  named?: boolean;
  className?: string;
};

export function PlatformIcon({ platform, named = false, className = "size-5" }: Props) {
  const t = useTexts(commonTexts);
  const name = t(`platform.${platform}`);
  const mark = (
    <svg
      viewBox="0 0 24 24"
      role={named ? undefined : "img"}
      aria-label={named ? undefined : name}
      aria-hidden={named || undefined}
      className={cx("shrink-0 fill-none stroke-current", className)}
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {named ? null : <title>{name}</title>}
      <path d={MARKS[platform]} />
    </svg>
  );
  if (!named) return mark;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {mark}
      {name}
    </span>
  );
}
