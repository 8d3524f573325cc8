/** What brands and visitors see of a creator. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { MapPin, ShieldCheck, Tv } from "lucide-react";
import { useTranslation } from "react-i18next";
import { requireCreator } from "@/app/auth/session";
import { updateProfile } from "@/app/domain/creator/profile";
import { readProfile } from "@/app/domain/creator/queries/profile";
import { setAvatar } from "@/app/domain/creator/set-avatar";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { LinkButton } from "@/app/ui/button";
import { PageHeader, Section } from "@/app/ui/card";
import { Flash } from "@/app/ui/flash";
import { LinkRows } from "@/app/ui/link-rows";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { ProfileForm } from "./profile-form";
import { readProfileForm } from "./read-profile-form";

export async function loader({ request }: LoaderFunctionArgs) {
  const { creator_id } = await requireCreator(request);
  const { creator } = await readProfile(db, { creator_id });
  const { handle, display_name, bio, country, categories, avatar_asset_id } = creator;
  return {
    stored: { handle, display_name, bio, country, categories },
    avatar_url: avatar_asset_id && `/assets/${avatar_asset_id}`,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireCreator(request);
  const { submission, replyTo, readPicture } = await readProfileForm(request);
  if (submission.status !== "success") return data(submission.reply(), { status: 422 });
  try {
    const picture = await readPicture();
    await transact(async (tx) => {
      await updateProfile(tx, actor, submission.value);
      if (picture) await setAvatar(tx, actor, picture);
    });
  } catch (error) {
    return data(replyTo(error), { status: 422 });
  }
  return redirect("/creator/profile?saved=1");
}

const MORE = [
  ["channels", Tv],
  ["address", MapPin],
  ["standing", ShieldCheck],
] as const;

export const meta: MetaFunction = ({ matches }) => publicMeta(metaT(matches, "creator")("profile.title"), "");

export default function Profile() {
  const { t } = useTranslation("creator");
  const { stored, avatar_url } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <PageBody narrow>
      <PageHeader
        title={t("profile.title")}
        description={t("profile.lead")}
        actions={<LinkButton to={`/creators/${stored.handle}`}>{t("profile.public")}</LinkButton>}
      />
      {search.has("saved") ? <Flash>{t("profile.saved")}</Flash> : null}
      <ProfileForm result={useActionData<typeof action>()} stored={stored} avatar_url={avatar_url} />
      <Section title={t("profile.more")}>
        <LinkRows
          rows={MORE.map(([name, Icon]) => ({
            key: name,
            to: `/creator/${name}`,
            icon: <Icon aria-hidden className="size-5" />,
            label: t(`profile.${name}`),
          }))}
        />
      </Section>
    </PageBody>
  );
}
