/** Cases that wait for an operator: whose they are, since when, and what the decision is about. */

import type { SerializeFrom } from "@remix-run/node";
import type { listCases } from "@/app/domain/collaboration/queries/operator-cases";
import looksTexts from "@/app/i18n/en/looks";
import operatorVerificationsTexts from "@/app/i18n/en/operator/verifications";
import { useCheckWords } from "@/app/i18n/use-check-words";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { LinkButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { RelativeTime } from "@/app/ui/moments";
import { Pagination } from "@/app/ui/pagination";
import { PlatformIcon } from "@/app/ui/platform-icon";
import { useNextLook } from "@/app/ui/use-next-look";

type Waiting = Omit<SerializeFrom<Awaited<ReturnType<typeof listCases>>>, "next"> & { next: string | null };

type Props = {
  waiting: Waiting;
  /** The name of this list's cursor in the address. */
  parameter: string;
  /** Each case may have been appealed. */
  appealable?: boolean;
};

export function Cases({ waiting: { cases, next }, parameter, appealable = false }: Props) {
  const t = useTexts(operatorVerificationsTexts);
  return (
    <div className="space-y-3">
      <ul className="grid gap-4 md:grid-cols-2">
        {cases.map((row) => (
          <Card key={row.id} as="li" className="flex flex-col items-start justify-between gap-4">
            <div className="min-w-0 space-y-2">
              <p className="flex items-center gap-2 font-semibold">
                <PlatformIcon platform={row.platform} />
                {row.offer_title}
              </p>
              <p className="text-sm text-ink-soft">
                {row.brand_name} · {row.creator_name} · <RelativeTime at={row.entered_at} />
              </p>
              <OpenChecks checks={row.open_checks} />
              {row.question ? <Question question={row.question} /> : null}
              {row.appeal ? (
                <blockquote className="rounded-md bg-sunken px-3 py-2 text-sm">
                  <span className="line-clamp-3 whitespace-pre-line">{row.appeal}</span>
                </blockquote>
              ) : appealable ? (
                <p className="text-sm text-ink-soft">{t("no_appeal")}</p>
              ) : null}
            </div>
            <LinkButton to={`/collaborations/${row.id}`} size="sm">
              {t("open")}
            </LinkButton>
          </Card>
        ))}
      </ul>
      <Pagination next={next} parameter={parameter} />
    </div>
  );
}

type Asked = NonNullable<Waiting["cases"][number]["question"]>;

/** A paid post that no machine can make out. */
function Question({ question: { reason, next_at, at } }: { question: Asked }) {
  const t = useTexts(looksTexts);
  const format = useFormat();
  const nextLook = useNextLook();
  return (
    <div className="space-y-1 text-sm">
      <p className="font-medium">
        {t("question")}{" "}
        <span className="font-normal text-ink-faint">
          · <RelativeTime at={at} />
        </span>
      </p>
      <p className="text-ink-soft">
        {format.sentences(t("unknown_because", { reason: t(`reason.${reason}`) }), nextLook(next_at))}
      </p>
    </div>
  );
}

function OpenChecks({ checks }: { checks: Waiting["cases"][number]["open_checks"] }) {
  const word = useCheckWords();
  if (checks.length === 0) return null;
  return (
    <ul className="list-disc space-y-1 pl-4 text-sm">
      {checks.map((found) => (
        <li key={found.check}>
          <b className="font-medium">{word(found, "check")}</b>
          <span className="text-ink-soft"> · {word(found, "code")}</span>
        </li>
      ))}
    </ul>
  );
}
