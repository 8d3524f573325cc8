/** Photos of one thing: the first one large, the others to be looked at one after the other by scrolling; each opens in full. */
import uiTexts from "@/app/i18n/en/ui";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "./class-names";

/** For the largest picture that a page begins with. React 18 knows the attribute in lower case only. */
export const ASKED_FOR_FIRST = { fetchpriority: "high" };

export type Photo = { url: string; alt: string; width?: number; height?: number };

export function PhotoGallery({ photos, className }: { photos: readonly Photo[]; className?: string }) {
  const t = useTexts(uiTexts);
  const [first, ...others] = photos;
  if (!first) return null;
  const link = "block overflow-hidden rounded-lg border border-line bg-sunken";
  return (
    <section className={cx("space-y-3", className)} aria-label={t("photos.label")}>
      <a href={first.url} className={link}>
        <img
          src={first.url}
          alt={first.alt}
          width={first.width}
          height={first.height}
          {...ASKED_FOR_FIRST}
          className="aspect-[4/3] w-full object-cover"
        />
      </a>
      {others.length > 0 ? (
        <ul className="flex snap-x gap-3 overflow-x-auto pb-1">
          {others.map((photo) => (
            <li key={photo.url} className="w-24 shrink-0 snap-start">
              <a href={photo.url} className={link}>
                <img
                  src={photo.url}
                  alt={photo.alt}
                  loading="lazy"
                  className="aspect-square w-full object-cover"
                />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
