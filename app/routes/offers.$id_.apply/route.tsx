/** Applying for an offer: with which channel, and a word to the brand. */
import { getFormProps, useForm } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { requireConfirmedEmail, requireCreator } from "@/app/auth/session";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { fittingChannels } from "@/app/domain/creator/queries/fitting-channels";
import { evaluateEligibility, runningOn } from "@/app/domain/offer/eligibility";
import { readPublicOffer } from "@/app/domain/offer/queries/public-offer";
import { zodMessages } from "@/app/i18n/form-messages";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { refusalText } from "@/app/i18n/refusal-text";
import { getT } from "@/app/i18n/server";
import { useFormat } from "@/app/i18n/use-format";
import { orAnswer } from "@/app/lib/answer";
import { isRefusal } from "@/app/lib/refusal";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader } from "@/app/ui/card";
import { Field, FormErrors, RadioCards, TextArea } from "@/app/ui/form";
import { Money } from "@/app/ui/money";
import { PlatformIcon } from "@/app/ui/platform-icon";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { NotYet } from "../offers.$id/parts/not-yet";

const PITCH_LENGTH_MAX = 1_000;

const schema = z.object({
  channel_id: z.string().min(1),
  pitch: z.string().trim().min(20).max(PITCH_LENGTH_MAX),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireConfirmedEmail(request, { role: "creator" });
  const { creator_id } = await requireCreator(request);
  const { offer, brand } = await orAnswer(readPublicOffer(db, params.id ?? ""));
  const running = await runningOn(db, creator_id, offer.id);
  if (running) throw redirect(`/collaborations/${running}`);
  // No redirect where something is missing: a form that was just refused for it would be lost, words and all.
  const { reasons } = await evaluateEligibility(db, creator_id, offer);
  const { id, title, fee_minor, currency } = offer;
  return {
    offer: { id, title, fee_minor, currency },
    brand_name: brand.name,
    reasons,
    paused: offer.status !== "live",
    channels: await fittingChannels(db, { creator_id }, offer.channels),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  await requireConfirmedEmail(request, { role: "creator" });
  const creator = await requireCreator(request);
  const t = await getT(request, "errors");
  const submission = parseWithZod(await request.formData(), { schema, error: zodMessages(t) });
  if (submission.status !== "success") return data(submission.reply(), { status: 422 });
  const application = { offer_id: params.id ?? "", ...submission.value };
  try {
    const { id } = await transact((tx) => applyToOffer(tx, creator, application));
    return redirect(`/collaborations/${id}?done=apply`);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.status === 404) return orAnswer(Promise.reject(error));
    return data(submission.reply({ formErrors: [refusalText(t, error)] }), { status: error.status });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  publicMeta(`${metaT(matches, "offers")("apply.title")} · ${loaded?.offer.title ?? ""}`, "");

export default function Apply() {
  const { t } = useTranslation("offers");
  const { offer, brand_name, reasons, paused } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <PageBody narrow>
      <PageHeader
        back={{ to: `/offers/${offer.id}`, label: offer.title }}
        title={t("apply.title")}
        description={
          <>
            {t("apply.lead", { brand: brand_name })}{" "}
            <Money minor={offer.fee_minor} currency={offer.currency} className="font-semibold text-ink" />
          </>
        }
      />
      {refused || (reasons.length === 0 && !paused) ? (
        <ApplicationForm />
      ) : reasons.length > 0 ? (
        <NotYet reasons={reasons} />
      ) : (
        <Callout tone="warn">{t("page.paused")}</Callout>
      )}
    </PageBody>
  );
}

function ApplicationForm() {
  const { t } = useTranslation("offers");
  const { t: tErrors } = useTranslation("errors");
  const { channels } = useLoaderData<typeof loader>();
  const format = useFormat();
  const [form, fields] = useForm({
    lastResult: useActionData<typeof action>(),
    constraint: getZodConstraint(schema),
    defaultValue: { channel_id: channels[0]?.id },
    onValidate: ({ formData }) => parseWithZod(formData, { schema, error: zodMessages(tErrors) }),
    shouldRevalidate: "onInput",
  });
  return (
    <Card>
      <Form method="post" {...getFormProps(form)} className="space-y-6">
        <FormErrors form={form} />
        <Field group meta={fields.channel_id} label={t("apply.channel")} hint={t("apply.channel_hint")}>
          <RadioCards
            choices={channels.map((channel) => ({
              value: channel.id,
              label: channel.handle,
              hint: t("apply.followers", { number: format.number(channel.followers) }),
              icon: <PlatformIcon platform={channel.platform} />,
            }))}
          />
        </Field>
        <Field meta={fields.pitch} label={t("apply.pitch")} hint={t("apply.pitch_hint")}>
          <TextArea rows={6} />
        </Field>
        <div className="space-y-3">
          <SubmitButton wide>{t("apply.send")}</SubmitButton>
          <p className="text-center text-sm text-ink-faint">{t("apply.after")}</p>
        </div>
      </Form>
    </Card>
  );
}
