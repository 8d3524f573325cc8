/** The first step of a creator: who they are. */
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "@/app/auth/session";
import { createProfile } from "@/app/domain/creator/profile";
import { creatorIdOf } from "@/app/domain/creator/queries/find-creator";
import { setAvatar } from "@/app/domain/creator/set-avatar";
import creatorProfileTexts from "@/app/i18n/en/creator/profile";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { formAction } from "@/app/lib/forms/form-action";
import { PageHeader } from "@/app/ui/card";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { PROFILE_FIELD_OF, profileForm, readPicture } from "../creator.profile/form";
import { ProfileForm } from "../creator.profile/profile-form";

const creatorUser = (request: Request) => requireUser(request, { role: "creator" });

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await creatorUser(request);
  if (await creatorIdOf(db, user.id)) throw redirect("/creator/profile");
  return { name: user.name };
}

export const action = formAction({
  authorize: creatorUser,
  schema: profileForm,
  field_of: PROFILE_FIELD_OF,
  run: async ({ actor: user, input: { avatar, ...profile } }) => {
    const picture = await readPicture(avatar);
    await transact(async (tx) => {
      const creator_id = await createProfile(tx, user.id, profile);
      if (picture) await setAvatar(tx, { creator_id, user_id: user.id }, picture);
    });
    return redirect("/creator");
  },
});

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, creatorProfileTexts)("new_title"), "");

export default function NewProfile() {
  const t = useTexts(creatorProfileTexts);
  const { name } = useLoaderData<typeof loader>();
  return (
    <PageBody narrow>
      <PageHeader title={t("new_title")} description={t("new_lead")} />
      <ProfileForm is_new stored={{ display_name: name }} />
    </PageBody>
  );
}
