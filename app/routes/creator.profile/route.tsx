/** What brands and visitors see of a creator. */

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { MapPin, ShieldCheck, Tv } from "lucide-react";
import { requireCreator } from "@/app/auth/session";
import { updateProfile } from "@/app/domain/creator/profile";
import { readProfile } from "@/app/domain/creator/queries/profile";
import { setAvatar } from "@/app/domain/creator/set-avatar";
import creatorProfileTexts from "@/app/i18n/en/creator/profile";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { formAction } from "@/app/lib/forms/form-action";
import { LinkButton } from "@/app/ui/button";
import { PageHeader, Section } from "@/app/ui/card";
import { Flash } from "@/app/ui/flash";
import { LinkRows } from "@/app/ui/link-rows";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { PROFILE_FIELD_OF, profileForm, readPicture } from "./form";
import { ProfileForm } from "./profile-form";

export async function loader({ request }: LoaderFunctionArgs) {
  const { creator_id } = await requireCreator(request);
  const { creator } = await readProfile(db, { creator_id });
  const { handle, display_name, bio, country, categories, avatar_asset_id } = creator;
  return {
    stored: { handle, display_name, bio, country, categories },
    avatar_url: avatar_asset_id && `/assets/${avatar_asset_id}`,
  };
}

export const action = formAction({
  authorize: requireCreator,
  schema: profileForm,
  field_of: PROFILE_FIELD_OF,
  run: async ({ actor, input: { avatar, ...profile } }) => {
    const picture = await readPicture(avatar);
    await transact(async (tx) => {
      await updateProfile(tx, actor, profile);
      if (picture) await setAvatar(tx, actor, picture);
    });
    return redirect("/creator/profile?saved=1");
  },
});

const MORE = [
  ["channels", Tv],
  ["address", MapPin],
  ["standing", ShieldCheck],
] as const;

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, creatorProfileTexts)("title"), "");

export default function Profile() {
  const t = useTexts(creatorProfileTexts);
  const { stored, avatar_url } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <PageBody narrow>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={<LinkButton to={`/creators/${stored.handle}`}>{t("public")}</LinkButton>}
      />
      {search.has("saved") ? <Flash>{t("saved")}</Flash> : null}
      <ProfileForm stored={stored} avatar_url={avatar_url} />
      <Section title={t("more")}>
        <LinkRows
          rows={MORE.map(([name, Icon]) => ({
            key: name,
            to: `/creator/${name}`,
            icon: <Icon aria-hidden className="size-5" />,
            label: t(`${name}`),
          }))}
        />
      </Section>
    </PageBody>
  );
}
