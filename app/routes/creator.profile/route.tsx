/** A creator's profile, with their picture and the ways to address and standing. */
import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireCreator } from "@/app/auth/session";
import { profileSchema, updateProfile } from "@/app/domain/creator/profile";
import { readProfile } from "@/app/domain/creator/queries";
import { zodMessages } from "@/app/i18n/form-messages";
import { getT } from "@/app/i18n/server";
import { isRefusal } from "@/app/lib/refusal";
import { LinkButton } from "@/app/ui/button";
import { PageHeader } from "@/app/ui/card";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { ProfileForm } from "./profile-form";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireCreator(request);
  return { creator: (await readProfile(db, actor.creator_id)).creator };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireCreator(request);
  const submission = parseWithZod(await request.formData(), {
    schema: profileSchema,
    error: zodMessages(await getT(request, "errors")),
  });
  if (submission.status !== "success")
    return data({ result: submission.reply(), refusal: null }, { status: 422 });
  try {
    await transact((tx) => updateProfile(tx, actor, submission.value));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return data(
      { result: submission.reply(), refusal: { code: error.code, params: error.params } },
      { status: error.status },
    );
  }
  return redirect("/creator/profile");
}

export default function Profile() {
  const { t } = useTranslation("creator");
  const { creator } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <PageBody narrow>
      <PageHeader
        title={t("profile.title")}
        actions={<LinkButton to={`/creators/${creator.handle}`}>{t("profile.public")}</LinkButton>}
      />
      <div className="flex flex-wrap gap-3">
        <LinkButton to="/creator/address">{t("profile.address")}</LinkButton>
        <LinkButton to="/creator/standing">{t("profile.standing")}</LinkButton>
      </div>
      <ProfileForm answered={answered} stored={creator} />
    </PageBody>
  );
}
