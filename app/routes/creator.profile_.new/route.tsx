/** The first step of a creator: who they are. */

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
import { createProfile } from "@/app/domain/creator/profile";
import { creatorIdOf } from "@/app/domain/creator/queries/find-creator";
import { setAvatar } from "@/app/domain/creator/set-avatar";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { PageHeader } from "@/app/ui/card";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { ProfileForm } from "../creator.profile/profile-form";
import { readProfileForm } from "../creator.profile/read-profile-form";

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request, { role: "creator" });
  if (await creatorIdOf(db, user.id)) throw redirect("/creator/profile");
  return { name: user.name };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request, { role: "creator" });
  const { submission, replyTo, readPicture } = await readProfileForm(request);
  if (submission.status !== "success") return data(submission.reply(), { status: 422 });
  try {
    const picture = await readPicture();
    await transact(async (tx) => {
      const creator_id = await createProfile(tx, user.id, submission.value);
      if (picture) await setAvatar(tx, { creator_id, user_id: user.id }, picture);
    });
  } catch (error) {
    return data(replyTo(error), { status: 422 });
  }
  return redirect("/creator");
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, "creator")("profile.new_title"), "");

export default function NewProfile() {
  const { t } = useTranslation("creator");
  const { name } = useLoaderData<typeof loader>();
  return (
    <PageBody narrow>
      <PageHeader title={t("profile.new_title")} description={t("profile.new_lead")} />
      <ProfileForm is_new result={useActionData<typeof action>()} stored={{ display_name: name }} />
    </PageBody>
  );
}
