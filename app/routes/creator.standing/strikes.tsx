/** Each recorded breach: what it weighs, until when, and whether it still does. */

import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { StandingReport } from "@/app/domain/standing/queries/standing";
import creatorStandingTexts from "@/app/i18n/en/creator/standing";
import { useTexts } from "@/app/i18n/use-texts";
import { Badge } from "@/app/ui/badge";
import { Card } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { DateTime } from "@/app/ui/moments";

type Strike = SerializeFrom<StandingReport>["strikes"][number];

export function Strikes({ strikes }: { strikes: readonly Strike[] }) {
  const t = useTexts(creatorStandingTexts);
  if (strikes.length === 0) return <EmptyState title={t("clean_title")}>{t("clean")}</EmptyState>;
  return (
    <ul className="space-y-4">
      {strikes.map((strike) => (
        <Card key={strike.id} as="li" className="space-y-2">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <p className="min-w-0 font-semibold">{t(`kind.${strike.kind}`)}</p>
            <StrikeBadge strike={strike} />
          </div>
          <p className="text-sm text-ink-soft">
            {t("recorded")} <DateTime at={strike.at} />
            {strike.counts ? (
              <>
                {" · "}
                {t("decays")} <DateTime at={strike.decays_at} />
              </>
            ) : null}
          </p>
          {strike.reason ? <p className="text-sm text-ink-soft">{strike.reason}</p> : null}
          {strike.collaboration_id ? (
            <Link
              to={`/collaborations/${strike.collaboration_id}`}
              className="inline-flex min-h-11 items-center text-sm font-semibold text-primary"
            >
              {t("open_collaboration")}
            </Link>
          ) : null}
        </Card>
      ))}
    </ul>
  );
}

function StrikeBadge({ strike }: { strike: Strike }) {
  const t = useTexts(creatorStandingTexts);
  if (strike.lifted_at) return <Badge tone="success">{t("lifted")}</Badge>;
  if (!strike.counts) return <Badge>{t("decayed")}</Badge>;
  return <Badge tone="danger">{t("points", { count: strike.points })}</Badge>;
}
