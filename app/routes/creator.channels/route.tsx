/** The channels a creator posts on, and the proof that they are theirs. */
import type { SubmissionResult } from "@conform-to/react";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireCreator } from "@/app/auth/session";
import { readProfile } from "@/app/domain/creator/queries/profile";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { type Refused, refusalText } from "@/app/i18n/refusal-text";
import { orAnswer } from "@/app/lib/answer";
import { isRefusal } from "@/app/lib/refusal";
import { PageHeader, Section } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { Flash } from "@/app/ui/flash";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { actOn, add } from "./actions";
import { AddChannel } from "./add-channel";
import { ChannelCard } from "./channel-card";

type Answer = {
  channel_id: string | null;
  refusal: Refused | null;
  result: SubmissionResult<string[]> | null;
};

const DONE = ["added", "checked", "removed"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const { creator_id } = await requireCreator(request);
  const { channels } = await readProfile(db, { creator_id });
  return { channels };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireCreator(request);
  const form = await request.formData();
  const intent = String(form.get("intent"));
  if (intent === "add") {
    const result = await add(request, form, actor);
    if (result) return data<Answer>({ channel_id: null, refusal: null, result }, { status: 422 });
    return redirect("/creator/channels?done=added");
  }
  const channel_id = String(form.get("channel_id"));
  try {
    return redirect(`/creator/channels?done=${await actOn(intent, channel_id, actor)}`);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.status === 404) return orAnswer(Promise.reject(error));
    const { code, params, status } = error;
    return data<Answer>({ channel_id, refusal: { code, params }, result: null }, { status });
  }
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, "creator")("channels.title"), "");

export default function Channels() {
  const { t } = useTranslation("creator");
  const { t: sayError } = useTranslation("errors");
  const { channels } = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const [search] = useSearchParams();
  const done = answer ? undefined : DONE.find((name) => name === search.get("done"));
  return (
    <PageBody narrow>
      <PageHeader title={t("channels.title")} description={t("channels.lead")} />
      {done ? <Flash>{t(`channels.${done}`)}</Flash> : null}
      {channels.length === 0 ? (
        <EmptyState title={t("channels.empty_title")}>{t("channels.empty")}</EmptyState>
      ) : (
        <ul className="space-y-4">
          {channels.map((channel) => (
            <ChannelCard
              key={channel.id}
              channel={channel}
              errors={
                answer?.refusal && answer.channel_id === channel.id
                  ? [refusalText(sayError, answer.refusal)]
                  : []
              }
            />
          ))}
        </ul>
      )}
      <Section title={t("channels.add")}>
        {/* A form that has done its work begins anew. */}
        <AddChannel key={channels.length} result={answer?.result ?? undefined} />
      </Section>
    </PageBody>
  );
}
