/** What the machine could not decide: posts, disputes, and channels whose proof it could not read. */

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireOperator } from "@/app/auth/session";
import { listCases } from "@/app/domain/collaboration/queries/operator-cases";
import { markChannelVerified } from "@/app/domain/creator/channels";
import { listUnverifiedChannels } from "@/app/domain/creator/queries/unverified-channels";
import { PLATFORMS } from "@/app/domain/creator/vocabulary";
import { proofOn } from "@/app/domain/verification/provability";
import operatorVerificationsTexts from "@/app/i18n/en/operator/verifications";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { formAction } from "@/app/lib/forms/form-action";
import { idSchema } from "@/app/lib/ids";
import { cursorOf, cursorText } from "@/app/lib/page";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { FormErrors, useAnswer } from "@/app/ui/form";
import { Pagination } from "@/app/ui/pagination";
import { PlatformIcon } from "@/app/ui/platform-icon";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { Cases } from "./cases";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { searchParams } = new URL(request.url);
  const after = (parameter: string) => cursorOf(searchParams, { parameter });
  const undecided = await listCases(db, "undecided", after("undecided_after"));
  const appealed = await listCases(db, "appealed", after("appealed_after"));
  const channels = await listUnverifiedChannels(db, after("channels_after"));
  return {
    undecided: { ...undecided, next: cursorText(undecided.next) },
    appealed: { ...appealed, next: cursorText(appealed.next) },
    channels: channels.rows,
    channels_next: cursorText(channels.next),
    without_key: PLATFORMS.map((platform) => proofOn(platform)).includes("youtube_no_key"),
  };
}

export const action = formAction({
  authorize: requireOperator,
  schema: z.object({ channel_id: idSchema("channel") }),
  run: async ({ input: { channel_id } }) => {
    await transact((tx) => markChannelVerified(tx, { channel_id, external_id: null }));
    return redirect("/operator/verifications");
  },
});

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, operatorVerificationsTexts)("title"), "");

export default function Verifications() {
  const t = useTexts(operatorVerificationsTexts);
  const { undecided, appealed, channels, channels_next, without_key } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <PageHeader title={t("title")} description={t("lead")} />
      <FormErrors form={useAnswer()} />
      {without_key ? (
        <Callout tone="warn" title={t("no_key.title")}>
          {t("no_key.text")}
        </Callout>
      ) : null}
      <Section title={t("submissions")}>
        {undecided.total === 0 ? (
          <Card>{t("none")}</Card>
        ) : (
          <Cases waiting={undecided} parameter="undecided_after" />
        )}
      </Section>
      <Section title={t("disputes")} description={t("disputes_lead")}>
        {appealed.total === 0 ? (
          <Card>{t("no_disputes")}</Card>
        ) : (
          <Cases waiting={appealed} parameter="appealed_after" appealable />
        )}
      </Section>
      <Section title={t("channels")} description={t("channels_lead")}>
        {channels.length === 0 ? (
          <Card>{t("no_channels")}</Card>
        ) : (
          <ul className="grid gap-4 md:grid-cols-2">
            {channels.map((channel) => (
              <Card key={channel.id} as="li" className="flex flex-wrap items-center justify-between gap-4">
                <div className="min-w-0">
                  <a
                    href={channel.url}
                    target="_blank"
                    rel="noreferrer noopener"
                    className="flex items-center gap-2 font-semibold break-all"
                  >
                    <PlatformIcon platform={channel.platform} />
                    {channel.handle}
                  </a>
                  <p className="text-sm text-ink-soft">
                    {t("code")} <code className="font-mono">{channel.verification_code}</code>
                  </p>
                </div>
                <Form method="post">
                  <input type="hidden" name="channel_id" value={channel.id} />
                  <SubmitButton variant="secondary" size="sm" name="verify" value={channel.id}>
                    {t("verify")}
                  </SubmitButton>
                </Form>
              </Card>
            ))}
          </ul>
        )}
        <Pagination next={channels_next} parameter="channels_after" />
      </Section>
    </PageBody>
  );
}
