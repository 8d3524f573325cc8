/** The page of one collaboration: what happened, what comes next and who must act, where the money is. Both sides and the operator share it. */
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireParty } from "@/app/auth/party";
import { readCollaboration } from "@/app/domain/collaboration/queries/collaboration";
import { zodMessages } from "@/app/i18n/form-messages";
import { instanceFor } from "@/app/i18n/instance";
import { getT } from "@/app/i18n/server";
import { orAnswer } from "@/app/lib/answer";
import { isRefusal, notFound } from "@/app/lib/refusal";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { type CollaborationForm, perform, schemaFor } from "./actions";
import { AgreementCard } from "./parts/agreement";
import { Story } from "./parts/collaboration-timeline";
import { DoneNotice } from "./parts/done";
import { CollaborationHeader } from "./parts/header";
import { MoneyCard } from "./parts/money";
import { NextCard } from "./parts/next";
import { OperatorPanel } from "./parts/operator-panel";
import { PostCard } from "./parts/post";
import { SampleCard } from "./parts/sample";
import { StaleStateNotice } from "./parts/stale-state";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireParty(request);
  const page = await orAnswer(readCollaboration(db, actor, params.id ?? ""));
  return { page, viewer: actor.kind };
}
export type CollaborationLoader = typeof loader;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireParty(request);
  const form = await request.formData();
  const intent = form.get("intent");
  const schema = schemaFor(intent);
  if (!schema) return orAnswer(Promise.reject(notFound("form")));
  const submission = parseWithZod(form, { schema, error: zodMessages(await getT(request, "errors")) });
  const answer = { intent: String(intent), result: submission.reply() };
  if (submission.status !== "success") return data({ ...answer, refusal: null }, { status: 422 });
  const id = params.id ?? "";
  try {
    await perform(actor, id, submission.value as CollaborationForm);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.status === 404 || error.status === 403) return orAnswer(Promise.reject(error));
    return data({ ...answer, refusal: { code: error.code, params: error.params } }, { status: error.status });
  }
  return redirect(`/collaborations/${id}?done=${submission.value.intent}`);
}
export type CollaborationAction = typeof action;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => {
  const root = matches.find(({ id }) => id === "root")?.data as { locale?: "en" | "zh" } | undefined;
  const t = instanceFor(root?.locale ?? "en").getFixedT(null, "collaboration");
  return [{ title: loaded ? `${t("title", { offer: loaded.page.offer.title })} · Postbond` : "Postbond" }];
};

export default function CollaborationPage() {
  const { page, viewer } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <PageBody>
      <CollaborationHeader page={page} viewer={viewer} />
      {answered ? null : <DoneNotice page={page} viewer={viewer} />}
      {answered?.refusal?.code === "stale_state" ? (
        <StaleStateNotice params={answered.refusal.params} />
      ) : null}
      {/* On a phone the money comes right after what to do next; beside both where there is room. */}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <NextCard page={page} viewer={viewer} />
        <aside className="space-y-6 lg:col-start-2 lg:row-span-2">
          <MoneyCard page={page} viewer={viewer} />
          <AgreementCard page={page} />
        </aside>
        <div className="min-w-0 space-y-6">
          {viewer === "operator" ? <OperatorPanel page={page} /> : null}
          <PostCard page={page} viewer={viewer} />
          <SampleCard page={page} viewer={viewer} />
          <Story page={page} />
        </div>
      </div>
    </PageBody>
  );
}
