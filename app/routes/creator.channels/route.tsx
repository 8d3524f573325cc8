/** The channels a creator posts on, and the proof that they are theirs. */

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { requireCreator } from "@/app/auth/session";
import { readProfile } from "@/app/domain/creator/queries/profile";
import creatorChannelsTexts from "@/app/i18n/en/creator/channels";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { formAction } from "@/app/lib/forms/form-action";
import { PageHeader, Section } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { Flash } from "@/app/ui/flash";
import { useAnswer } from "@/app/ui/form";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { CHANNEL_FORMS, perform } from "./actions";
import { AddChannel } from "./add-channel";
import { ChannelCard } from "./channel-card";

const DONE = ["added", "checked", "removed"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const { creator_id } = await requireCreator(request);
  const { channels } = await readProfile(db, { creator_id });
  return { channels };
}

export const action = formAction({
  authorize: requireCreator,
  schema: CHANNEL_FORMS,
  field_of: { channel_known: "handle", handle_invalid: "handle" },
  run: async ({ actor, input }) => redirect(`/creator/channels?done=${await perform(actor, input)}`),
});

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, creatorChannelsTexts)("title"), "");

export default function Channels() {
  const t = useTexts(creatorChannelsTexts);
  const { channels } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const [search] = useSearchParams();
  const done = answer ? undefined : DONE.find((name) => name === search.get("done"));
  return (
    <PageBody narrow>
      <PageHeader title={t("title")} description={t("lead")} />
      {done ? <Flash>{t(`${done}`)}</Flash> : null}
      {channels.length === 0 ? (
        <EmptyState title={t("empty_title")}>{t("empty")}</EmptyState>
      ) : (
        <ul className="space-y-4">
          {channels.map((channel) => (
            <ChannelCard
              key={channel.id}
              channel={channel}
              errors={answer?.values.channel_id === channel.id ? Object.values(answer.errors).flat() : []}
            />
          ))}
        </ul>
      )}
      <Section title={t("add")}>
        {/* A form that has done its work begins anew. */}
        <AddChannel key={channels.length} />
      </Section>
    </PageBody>
  );
}
