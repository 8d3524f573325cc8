/** The first step of a new brand user: who they are. */

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "@/app/auth/session";
import { createOrganisation } from "@/app/domain/brand/organisation";
import brandOrganisationTexts from "@/app/i18n/en/brand/organisation";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { formAction } from "@/app/lib/forms/form-action";
import { isRefusal } from "@/app/lib/refusal";
import { PageHeader } from "@/app/ui/card";
import { PageBody } from "@/app/ui/shell/app-shell";
import { timeZoneOf } from "@/app/ui/time-zone";
import { transact } from "@/db/transact";
import { organisationForm } from "../brand.organisation/actions";
import { OrganisationForm } from "../brand.organisation/organisation-form";

const brandUser = (request: Request) => requireUser(request, { role: "brand" });

export async function loader({ request }: LoaderFunctionArgs) {
  await brandUser(request);
  return { time_zone: timeZoneOf(request) };
}

export const action = formAction({
  authorize: brandUser,
  schema: organisationForm,
  run: async ({ actor: user, input: { intent: _, ...organisation } }) => {
    try {
      await transact((tx) => createOrganisation(tx, user.id, organisation));
    } catch (error) {
      // Pressed twice: there is one, which is what was asked for.
      if (!isRefusal(error) || error.code !== "organisation_exists") throw error;
    }
    return redirect("/brand");
  },
});

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, brandOrganisationTexts)("new_title"), "");

export default function NewOrganisation() {
  const t = useTexts(brandOrganisationTexts);
  const { time_zone } = useLoaderData<typeof loader>();
  return (
    <PageBody narrow>
      <PageHeader title={t("new_title")} description={t("new_lead")} />
      <OrganisationForm stored={null} time_zone={time_zone} />
    </PageBody>
  );
}
