/** What the machine could not decide: posts, disputes, and channels whose proof it could not read. */

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireOperator } from "@/app/auth/session";
import { listCases } from "@/app/domain/collaboration/queries/operator-cases";
import { markChannelVerified } from "@/app/domain/creator/channels";
import { listUnverifiedChannels } from "@/app/domain/creator/queries/unverified-channels";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { refusalText } from "@/app/i18n/refusal-text";
import { cursorOf, cursorText } from "@/app/lib/page";
import { isRefusal } from "@/app/lib/refusal";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader, Section } from "@/app/ui/card";
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
  };
}

export async function action({ request }: ActionFunctionArgs) {
  await requireOperator(request);
  const channel_id = String((await request.formData()).get("channel_id") ?? "");
  try {
    await transact((tx) => markChannelVerified(tx, { channel_id, external_id: null }));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return data({ code: error.code, params: error.params }, { status: error.status });
  }
  return redirect("/operator/verifications");
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, "operator")("verifications.title"), "");

export default function Verifications() {
  const { t } = useTranslation("operator");
  const { t: sayError } = useTranslation("errors");
  const { undecided, appealed, channels, channels_next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <PageBody>
      <PageHeader title={t("verifications.title")} description={t("verifications.lead")} />
      {refused ? <Callout tone="danger">{refusalText(sayError, refused)}</Callout> : null}
      <Section title={t("verifications.submissions")}>
        {undecided.total === 0 ? (
          <Card>{t("verifications.none")}</Card>
        ) : (
          <Cases waiting={undecided} parameter="undecided_after" />
        )}
      </Section>
      <Section title={t("verifications.disputes")}>
        {appealed.total === 0 ? (
          <Card>{t("verifications.no_disputes")}</Card>
        ) : (
          <Cases waiting={appealed} parameter="appealed_after" />
        )}
      </Section>
      <Section title={t("verifications.channels")} description={t("verifications.channels_lead")}>
        {channels.length === 0 ? (
          <Card>{t("verifications.no_channels")}</Card>
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
                    {t("verifications.code")} <code className="font-mono">{channel.verification_code}</code>
                  </p>
                </div>
                <Form method="post">
                  <input type="hidden" name="channel_id" value={channel.id} />
                  <SubmitButton variant="secondary" size="sm" name="verify" value={channel.id}>
                    {t("verifications.verify")}
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
