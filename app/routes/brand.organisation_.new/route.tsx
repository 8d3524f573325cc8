/** The first step of a new brand user: who they are. */
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireUser } from "@/app/auth/session";
import { createOrganisation, organisationSchema } from "@/app/domain/brand/organisation";
import { zodMessages } from "@/app/i18n/form-messages";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { getT } from "@/app/i18n/server";
import { isRefusal } from "@/app/lib/refusal";
import { PageHeader } from "@/app/ui/card";
import { PageBody } from "@/app/ui/shell/app-shell";
import { timeZoneOf } from "@/app/ui/time-zone";
import { transact } from "@/db/transact";
import { OrganisationForm } from "../brand.organisation/organisation-form";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request, { role: "brand" });
  return { time_zone: timeZoneOf(request) };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request, { role: "brand" });
  const submission = parseWithZod(await request.formData(), {
    schema: organisationSchema,
    error: zodMessages(await getT(request, "errors")),
  });
  if (submission.status !== "success")
    return data({ result: submission.reply(), refusal: null }, { status: 422 });
  try {
    await transact((tx) => createOrganisation(tx, user.id, submission.value));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.code !== "organisation_exists")
      return data(
        { result: submission.reply(), refusal: { code: error.code, params: error.params } },
        { status: error.status },
      );
  }
  return redirect("/brand");
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, "brand")("organisation.new_title"), "");

export default function NewOrganisation() {
  const { t } = useTranslation("brand");
  const { time_zone } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <PageBody narrow>
      <PageHeader title={t("organisation.new_title")} description={t("organisation.new_lead")} />
      <OrganisationForm answered={answered} stored={null} time_zone={time_zone} />
    </PageBody>
  );
}
