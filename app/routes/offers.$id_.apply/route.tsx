/** Applying for an offer: with which channel, and a word to the brand. */

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireConfirmedEmail, requireCreator } from "@/app/auth/session";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { fittingChannels } from "@/app/domain/creator/queries/fitting-channels";
import { evaluateEligibility, runningOn } from "@/app/domain/offer/eligibility";
import { readPublicOffer } from "@/app/domain/offer/queries/public-offer";
import { proofOn } from "@/app/domain/verification/provability";
import offersApplyTexts from "@/app/i18n/en/offers/apply";
import offersPageTexts from "@/app/i18n/en/offers/page";
import proofTexts from "@/app/i18n/en/proof";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { refusalTexts } from "@/app/i18n/server";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { idInPath, orAnswer } from "@/app/lib/answer";
import { formAction } from "@/app/lib/forms/form-action";
import { idSchema } from "@/app/lib/ids";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader } from "@/app/ui/card";
import { Followers } from "@/app/ui/followers";
import { Field, FormErrors, RadioCards, TextArea, useAnswer, useForm } from "@/app/ui/form";
import { Money } from "@/app/ui/money";
import { PlatformIcon } from "@/app/ui/platform-icon";
import { Proofs } from "@/app/ui/proofs";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { NotYet } from "../offers.$id/parts/not-yet";

const PITCH_LENGTH_MAX = 1_000;

const schema = z.object({
  channel_id: idSchema("channel"),
  pitch: z.string().trim().min(20).max(PITCH_LENGTH_MAX),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireConfirmedEmail(request, { role: "creator" });
  const { creator_id } = await requireCreator(request);
  const { offer, brand } = await orAnswer(readPublicOffer(db, idInPath("offer", params.id)));
  const running = await runningOn(db, creator_id, offer.id);
  if (running) throw redirect(`/collaborations/${running}`);
  // No redirect where something is missing: a form that was just refused for it would be lost, words and all.
  const { reasons } = await evaluateEligibility(db, creator_id, offer);
  const { id, title, fee_minor, currency } = offer;
  const { min_followers } = offer.eligibility;
  return {
    offer: { id, title, fee_minor, currency, min_followers },
    brand_name: brand.name,
    reasons: await refusalTexts(request, reasons),
    proofs: offer.channels.map((platform) => proofOn(platform)),
    paused: offer.status !== "live",
    channels: await fittingChannels(db, { creator_id }, offer.channels),
  };
}

export const action = formAction({
  authorize: async (request) => {
    await requireConfirmedEmail(request, { role: "creator" });
    return requireCreator(request);
  },
  schema,
  run: async ({ actor, params, input }) => {
    const application = { offer_id: idInPath("offer", params.id), ...input };
    const { id } = await transact((tx) => applyToOffer(tx, actor, application));
    return redirect(`/collaborations/${id}?done=apply`);
  },
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  publicMeta(`${metaT(matches, offersApplyTexts)("title")} · ${loaded?.offer.title ?? ""}`, "");

export default function Apply() {
  const t = useTexts(offersApplyTexts);
  const tPage = useTexts(offersPageTexts);
  const { offer, brand_name, reasons, paused } = useLoaderData<typeof loader>();
  const refused = useAnswer();
  return (
    <PageBody narrow>
      <PageHeader
        back={{ to: `/offers/${offer.id}`, label: offer.title }}
        title={t("title")}
        description={
          <>
            {t("lead", { brand: brand_name })}{" "}
            <Money minor={offer.fee_minor} currency={offer.currency} className="font-semibold text-ink" />
          </>
        }
      />
      {refused || (reasons.length === 0 && !paused) ? (
        <ApplicationForm />
      ) : reasons.length > 0 ? (
        <NotYet reasons={reasons} />
      ) : (
        <Callout tone="warn">{tPage("paused")}</Callout>
      )}
    </PageBody>
  );
}

function ApplicationForm() {
  const t = useTexts(offersApplyTexts);
  const tProof = useTexts(proofTexts);
  const { channels, offer, proofs } = useLoaderData<typeof loader>();
  const format = useFormat();
  const { min_followers } = offer;
  const gate = min_followers > 0 ? t("min_followers", { min: format.number(min_followers) }) : "";
  const form = useForm({ answer: useAnswer(), stored: { channel_id: channels[0]?.id } });
  return (
    <Card>
      <Form method="post" {...form.props} className="space-y-6">
        <FormErrors form={form} />
        <Field
          group
          meta={form.field("channel_id")}
          label={t("channel")}
          hint={format.sentences(t("channel_hint"), gate)}
        >
          <RadioCards
            choices={channels.map((channel) => ({
              value: channel.id,
              label: channel.handle,
              hint: <Followers followers={channel.followers} own />,
              icon: <PlatformIcon platform={channel.platform} />,
            }))}
          />
        </Field>
        <Field meta={form.field("pitch")} label={t("pitch")} hint={t("pitch_hint")}>
          <TextArea rows={6} required minLength={20} maxLength={PITCH_LENGTH_MAX} />
        </Field>
        <div>
          <h2 className="mb-2 text-sm font-semibold">{tProof("title")}</h2>
          <Proofs proofs={proofs} />
        </div>
        <div className="space-y-3">
          <SubmitButton wide>{t("send")}</SubmitButton>
          <p className="text-center text-sm text-ink-faint">{t("after")}</p>
        </div>
      </Form>
    </Card>
  );
}
