/** A creator's overview: what waits for them, what runs, where their money is. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireCreator, requireUser } from "@/app/auth/session";
import { listCollaborations } from "@/app/domain/collaboration/queries/collaborations";
import { RUNNING_STATES } from "@/app/domain/collaboration/vocabulary";
import { readCreatorPending } from "@/app/domain/creator/queries/earnings";
import { readProfile } from "@/app/domain/creator/queries/profile";
import { standingOf } from "@/app/domain/standing/queries/standing";
import creatorHomeTexts from "@/app/i18n/en/creator/home";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { LinkButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { PageHeader, Section } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { PageBody } from "@/app/ui/shell/app-shell";
import { WorkList } from "@/app/ui/work-list";
import { db } from "@/db/client";
import { MoneyCards } from "../creator.payouts/money-cards";
import { Setup } from "./setup";

/** Enough to find what is urgent; the list itself is paged. */
const MAX_CHECKED = 100;
const MAX_SHOWN = 6;

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request, { role: "creator" });
  const actor = await requireCreator(request);
  const { creator, address, channels } = await readProfile(db, actor);
  const { standing } = await standingOf(db, { subject_kind: "creator", subject_id: actor.creator_id });
  const { rows } = await listCollaborations(db, actor, { states: RUNNING_STATES }, null, MAX_CHECKED);
  const urgent = rows
    .filter((row) => row.awaited.includes("creator"))
    .sort((a, b) => (a.due_at?.getTime() ?? Infinity) - (b.due_at?.getTime() ?? Infinity));
  const going_on = rows.filter((row) => !row.awaited.includes("creator"));
  return {
    name: creator.display_name,
    standing,
    next: urgent.slice(0, MAX_SHOWN),
    running: going_on.slice(0, MAX_SHOWN),
    pending: await readCreatorPending(db, actor),
    done: {
      email: user.email_verified,
      profile: creator.bio !== "",
      channel: channels.some(({ verified_at }) => verified_at),
      address: address !== null,
      payouts: creator.transfers_active,
    },
  };
}

export const meta: MetaFunction = ({ matches }) => publicMeta(metaT(matches, creatorHomeTexts)("title"), "");

export default function CreatorOverview() {
  const t = useTexts(creatorHomeTexts);
  const { name, standing, next, running, pending, done } = useLoaderData<typeof loader>();
  const ready = Object.values(done).every(Boolean);
  const idle = next.length === 0 && running.length === 0;
  return (
    <PageBody>
      <PageHeader
        title={t("hello", { name })}
        description={t("lead")}
        actions={
          <LinkButton to="/offers" variant="primary">
            {t("browse")}
          </LinkButton>
        }
      />
      {standing === "good" ? null : (
        <Callout tone="danger" action={<LinkButton to="/creator/standing">{t("why")}</LinkButton>}>
          {t(`${standing}`)}
        </Callout>
      )}
      {/* Who is still setting up has their next steps there. */}
      {next.length > 0 || ready ? (
        <Section title={t("next")}>
          {next.length > 0 ? (
            <WorkList rows={next} side="creator" />
          ) : (
            <Callout tone="success">{t("nothing")}</Callout>
          )}
        </Section>
      ) : null}
      <Setup done={done} />
      <Section title={t("running")} more={{ to: "/creator/collaborations", label: t("all_work") }}>
        {running.length > 0 ? (
          <WorkList rows={running} side="creator" />
        ) : (
          <EmptyState scene="work" title={t("no_work_title")}>
            {idle ? t("no_work") : null}
          </EmptyState>
        )}
      </Section>
      {pending.length > 0 ? (
        <Section title={t("money")} more={{ to: "/creator/payouts", label: t("open_money") }}>
          <MoneyCards pending={pending} />
        </Section>
      ) : null}
    </PageBody>
  );
}
