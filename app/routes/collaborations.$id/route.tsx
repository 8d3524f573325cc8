/** The page of one collaboration: what happened, what comes next and who must act, where the money is. Both sides and the operator share it. */
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireParty } from "@/app/auth/party";
import { readCollaboration } from "@/app/domain/collaboration/queries/collaboration";
import collaborationTexts from "@/app/i18n/en/collaboration";
import { metaT } from "@/app/i18n/page-meta";
import { idInPath, orAnswer } from "@/app/lib/answer";
import { formAction } from "@/app/lib/forms/form-action";
import { cursorOf } from "@/app/lib/page";
import { useAnswer } from "@/app/ui/form";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { COLLABORATION_FORMS, perform } from "./actions";
import { AgreementCard } from "./parts/agreement";
import { Story } from "./parts/collaboration-timeline";
import { DoneNotice } from "./parts/done";
import { CollaborationHeader } from "./parts/header";
import { LooksCard } from "./parts/looks";
import { MoneyCard } from "./parts/money";
import { NextCard } from "./parts/next";
import { OperatorPanel } from "./parts/operator-panel";
import { PostCard } from "./parts/post";
import { SampleCard } from "./parts/sample";
import { StaleStateNotice } from "./parts/stale-state";
import { WatchQuestion } from "./parts/watch-question";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireParty(request);
  const id = idInPath("collab", params.id, "collaboration");
  const looks_after = cursorOf(new URL(request.url).searchParams, { parameter: "looks_after" });
  const page = await orAnswer(readCollaboration(db, actor, id, looks_after));
  return { page, viewer: actor.kind };
}
export type CollaborationLoader = typeof loader;

export const action = formAction({
  authorize: requireParty,
  schema: COLLABORATION_FORMS,
  run: async ({ actor, params, input }) => {
    const id = idInPath("collab", params.id, "collaboration");
    await perform(actor, id, input);
    return redirect(`/collaborations/${id}?done=${input.intent}`);
  },
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => {
  const t = metaT(matches, collaborationTexts);
  return [{ title: loaded ? `${t("title", { offer: loaded.page.offer.title })} · Postbond` : "Postbond" }];
};

export default function CollaborationPage() {
  const { page, viewer } = useLoaderData<typeof loader>();
  const answered = useAnswer();
  return (
    <PageBody>
      <CollaborationHeader page={page} viewer={viewer} />
      {answered ? null : <DoneNotice page={page} viewer={viewer} />}
      {answered?.refusal?.code === "stale_state" ? (
        <StaleStateNotice params={answered.refusal.params ?? {}} />
      ) : null}
      {/* On a phone the money comes right after what to do next; beside both where there is room. */}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-6">
          <NextCard page={page} viewer={viewer} />
          {viewer === "operator" ? <WatchQuestion page={page} /> : null}
        </div>
        <aside className="space-y-6 lg:col-start-2 lg:row-span-2">
          <MoneyCard page={page} viewer={viewer} />
          <AgreementCard page={page} viewer={viewer} />
        </aside>
        <div className="min-w-0 space-y-6">
          {viewer === "operator" ? <OperatorPanel page={page} /> : null}
          <PostCard page={page} viewer={viewer} />
          <LooksCard page={page} />
          <SampleCard page={page} viewer={viewer} />
          <Story page={page} />
        </div>
      </div>
    </PageBody>
  );
}
