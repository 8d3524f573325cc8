/** Each recorded breach: what it weighs, until when, and whether it still does. */
import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { StandingReport } from "@/app/domain/standing/queries/standing";
import { Badge } from "@/app/ui/badge";
import { Card } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { DateTime } from "@/app/ui/moments";

type Strike = SerializeFrom<StandingReport>["strikes"][number];

export function Strikes({ strikes }: { strikes: readonly Strike[] }) {
  const { t } = useTranslation("creator");
  if (strikes.length === 0)
    return <EmptyState title={t("standing.clean_title")}>{t("standing.clean")}</EmptyState>;
  return (
    <ul className="space-y-4">
      {strikes.map((strike) => (
        <Card key={strike.id} as="li" className="space-y-2">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <p className="min-w-0 font-semibold">{t(`standing.kind.${strike.kind}`)}</p>
            <StrikeBadge strike={strike} />
          </div>
          <p className="text-sm text-ink-soft">
            {t("standing.recorded")} <DateTime at={strike.at} />
            {strike.counts ? (
              <>
                {" · "}
                {t("standing.decays")} <DateTime at={strike.decays_at} />
              </>
            ) : null}
          </p>
          {strike.reason ? <p className="text-sm text-ink-soft">{strike.reason}</p> : null}
          {strike.collaboration_id ? (
            <Link
              to={`/collaborations/${strike.collaboration_id}`}
              className="inline-flex min-h-11 items-center text-sm font-semibold text-primary"
            >
              {t("standing.open_collaboration")}
            </Link>
          ) : null}
        </Card>
      ))}
    </ul>
  );
}

function StrikeBadge({ strike }: { strike: Strike }) {
  const { t } = useTranslation("creator");
  if (strike.lifted_at) return <Badge tone="success">{t("standing.lifted")}</Badge>;
  if (!strike.counts) return <Badge>{t("standing.decayed")}</Badge>;
  return <Badge tone="danger">{t("standing.points", { count: strike.points })}</Badge>;
}
