/** A new offer: its first step. What it asks for is kept from the first press of its button. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireBrand } from "@/app/auth/session";
import { startDraft } from "@/app/domain/offer/draft";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { refusalText } from "@/app/i18n/refusal-text";
import { getT } from "@/app/i18n/server";
import { isRefusal } from "@/app/lib/refusal";
import { PageHeader } from "@/app/ui/card";
import { PageBody } from "@/app/ui/shell/app-shell";
import { transact } from "@/db/transact";
import { findingsIn } from "./findings";
import { freshOffer } from "./read-form";
import { receiveStep } from "./receive-step";
import { STEPS, stepAfter } from "./steps";
import { Wizard } from "./wizard";

const [FIRST] = STEPS;

export async function loader({ request }: LoaderFunctionArgs) {
  await requireBrand(request, "manager");
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireBrand(request, "manager");
  const received = await receiveStep(request, actor, FIRST);
  const typed = { ...freshOffer(), ...received.fields };
  const findings = { ...(await findingsIn(request, FIRST, typed)), ...received.findings };
  if (Object.keys(findings).length > 0) return data({ typed, findings }, { status: 422 });
  try {
    const id = await transact((tx) => startDraft(tx, actor, received.fields));
    return redirect(`/brand/offers/new/${id}?step=${stepAfter(FIRST)}`);
  } catch (error) {
    if (!isRefusal(error) || error.status !== 409) throw error;
    const form = [refusalText(await getT(request, "errors"), error)];
    return data({ typed, findings: { form } }, { status: 409 });
  }
}

export const meta: MetaFunction = ({ matches }) => {
  const t = metaT(matches, "brand");
  return publicMeta(`${t(`form.section.${FIRST}`)} · ${t("form.new_title")}`, "");
};

export default function NewOffer() {
  const { t } = useTranslation("brand");
  const answer = useActionData<typeof action>();
  return (
    <PageBody>
      <PageHeader title={t("form.new_title")} description={t("form.lead")} />
      <Wizard
        step={FIRST}
        done={[]}
        typed={answer?.typed ?? freshOffer()}
        findings={answer?.findings ?? {}}
        finish={t("form.finish")}
      />
    </PageBody>
  );
}
