/** The looks at a paid post: what each found, when and by whom, with what people did with the post so far. */

import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import looksTexts from "@/app/i18n/en/looks";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { Card } from "@/app/ui/card";
import { cx } from "@/app/ui/class-names";
import { DateTime } from "@/app/ui/moments";
import { Pagination } from "@/app/ui/pagination";
import { INK } from "@/app/ui/tone";
import type { Page } from "./props";

type Look = NonNullable<Page["looks"]>["rows"][number];

export function LooksCard({ page: { looks, proof } }: { page: Page }) {
  const t = useTexts(looksTexts);
  const format = useFormat();
  if (!looks) return null;
  const { rows, total, next } = looks;
  return (
    <Card as="section">
      <h2 className="text-lg font-semibold">{t("title")}</h2>
      <p className="mt-1 text-sm text-ink-faint">
        {format.sentences(
          total > 0 ? t("total", { count: total }) : "",
          t(proof === "youtube_no_key" ? "plan_by_hand" : "plan"),
        )}
      </p>
      {rows.length === 0 ? (
        <p className="mt-3">{t("none")}</p>
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {rows.map((look, index) => (
            <LookLine key={look.id} look={look} before={viewsBefore(rows, index)} />
          ))}
        </ul>
      )}
      <Pagination next={next} parameter="looks_after" />
    </Card>
  );
}

/** How many views the look before told of; rows are newest first. */
function viewsBefore(rows: readonly Look[], index: number): number | null {
  return rows.slice(index + 1).find(({ views }) => views !== null)?.views ?? null;
}

const ICONS = { live: CircleCheck, not_live: CircleX, unknown: CircleHelp } as const;
const TONES = { live: "success", not_live: "danger", unknown: "warn" } as const;

function LookLine({ look, before }: { look: Look; before: number | null }) {
  const t = useTexts(looksTexts);
  const found = useFound();
  const Icon = ICONS[look.presence];
  return (
    <li className="flex gap-3 py-3">
      <Icon aria-hidden className={cx("mt-0.5 size-5 shrink-0", INK[TONES[look.presence]])} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-col gap-x-4 sm:flex-row sm:items-baseline sm:justify-between">
          <p className="font-medium">{found(look)}</p>
          <p className="shrink-0 text-sm text-ink-faint">
            <DateTime at={look.at} style="minute" /> · {t(look.by_operator ? "by.operator" : "by.machine")}
          </p>
        </div>
        <Reach look={look} before={before} />
        {look.note ? <p className="text-sm whitespace-pre-line text-ink-soft">{look.note}</p> : null}
      </div>
    </li>
  );
}

/** "Live", "Not live: it’s private", "Not known: the platform didn’t respond". */
export function useFound(): (seen: Pick<Look, "presence" | "reason" | "by_operator">) => string {
  const t = useTexts(looksTexts);
  return ({ presence, reason, by_operator }) => {
    const word = t(`presence.${presence}`);
    // Of an operator's look, the note says more than the one reason that is kept with it.
    return reason && !by_operator
      ? t("with_reason", { presence: word, reason: t(`reason.${reason}`) })
      : word;
  };
}

function Reach({ look, before }: { look: Look; before: number | null }) {
  const t = useTexts(looksTexts);
  const format = useFormat();
  const figures = (["views", "likes", "comments"] as const).flatMap((name) => {
    const count = look[name];
    if (count === null) return [];
    const more = name === "views" && before !== null && count > before ? count - before : null;
    const text = t(name, { count, number: format.number(count) });
    return [more === null ? text : t("growth", { text, more: format.number(more) })];
  });
  if (figures.length === 0) return null;
  return (
    <p data-figures className="text-sm text-ink-soft">
      {figures.join(" · ")}
    </p>
  );
}
