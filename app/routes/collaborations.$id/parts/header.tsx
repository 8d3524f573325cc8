/** Who works with whom on what, and how it stands. */

import { Link } from "@remix-run/react";
import { Star } from "lucide-react";
import { isWatched } from "@/app/domain/verification/watched";
import collaborationTexts from "@/app/i18n/en/collaboration";
import stateMeaningTexts from "@/app/i18n/en/state-meaning";
import { useTexts } from "@/app/i18n/use-texts";
import { Badge, StatusBadge } from "@/app/ui/badge";
import { PageHeader } from "@/app/ui/card";
import { decidedOn } from "./decided-on";
import type { Page, PartProps } from "./props";

const LISTS = {
  brand: "/brand/collaborations",
  creator: "/creator/collaborations",
  operator: "/operator/collaborations",
} as const;

export function CollaborationHeader({ page, viewer }: PartProps) {
  const t = useTexts(collaborationTexts);
  const tMeaning = useTexts(stateMeaningTexts);
  const brand = t("with_brand", { brand: page.brand.name });
  const creator = (
    <Link
      to={`/creators/${page.creator.handle}`}
      className="underline decoration-line-strong underline-offset-3 hover:text-ink"
    >
      {t("with_creator", { creator: page.creator.display_name })}
    </Link>
  );
  return (
    <PageHeader
      back={{ to: LISTS[viewer], label: t("all") }}
      title={page.offer.title}
      badges={
        <>
          <StatusBadge state={page.row.state} due_kind={page.row.due_kind} />
          {page.row.state === "applied" && page.row.shortlisted ? (
            <Badge tone="primary" icon={<Star aria-hidden className="size-3.5 fill-current" />}>
              {t("shortlist.mark")}
            </Badge>
          ) : null}
        </>
      }
      description={
        <>
          <p>
            {viewer === "brand" ? (
              creator
            ) : viewer === "creator" ? (
              brand
            ) : (
              <>
                {brand} · {creator}
              </>
            )}
          </p>
          <p className="mt-1 text-sm">{tMeaning(`${viewer}.${standing(page)}`)}</p>
        </>
      }
    />
  );
}

/** Who is at work on a post, and why an operator decides, depends on how it came to that. */
function standing(page: Page) {
  const { row } = page;
  const about = decidedOn(page);
  if (about && about !== "appeal") return `appealed_${about}` as const;
  if (row.due_kind === "removal_cure") return row.state === "monitoring" ? "post_down" : "post_down_unpaid";
  if (row.due_kind === "removal_decision") return "removal_decided";
  if (row.due_kind === "payout_look") return "payout_look";
  if (isWatched(row.state) && row.due_kind === "operator_decision") return "payout_by_hand";
  if (row.state !== "verifying") return row.state;
  if (row.cancelled_at) return "cancelled_verifying";
  if (row.needs_operator) return "by_hand";
  return row.due_kind === "cure" ? "cure" : row.state;
}
