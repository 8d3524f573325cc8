/** One channel: what brands see of it, how it is verified, and what became of it since. */

import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { ExternalLink } from "lucide-react";
import type { readProfile } from "@/app/domain/creator/queries/profile";
import commonTexts from "@/app/i18n/en/common";
import creatorChannelsTexts from "@/app/i18n/en/creator/channels";
import { useTexts } from "@/app/i18n/use-texts";
import { Badge, VerifiedBadge } from "@/app/ui/badge";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card } from "@/app/ui/card";
import { ConfirmButton } from "@/app/ui/confirm-button";
import { Followers } from "@/app/ui/followers";
import { FormErrors } from "@/app/ui/form";
import { DateTime } from "@/app/ui/moments";
import { PlatformIcon } from "@/app/ui/platform-icon";
import { VerificationCode } from "./proof-code";

export type Channel = SerializeFrom<Awaited<ReturnType<typeof readProfile>>>["channels"][number];

export function ChannelCard({ channel, errors }: { channel: Channel; errors: readonly string[] }) {
  const t = useTexts(creatorChannelsTexts);
  const verified = channel.verified_at !== null && channel.lost_because === null;
  return (
    <Card as="li" className="space-y-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <p className="flex items-center gap-2 font-semibold">
            <PlatformIcon platform={channel.platform} />
            <span className="break-all">{channel.handle}</span>
          </p>
          {channel.former_handle ? (
            <p className="text-sm break-all text-ink-soft">
              {t("renamed", { former: channel.former_handle })}
            </p>
          ) : null}
          <div className="mt-1">
            <Followers followers={channel.followers} engagement_bps={channel.engagement_bps} own />
          </div>
        </div>
        {verified ? (
          <VerifiedBadge />
        ) : channel.lost_because ? (
          <Badge tone="danger">{t("lost.badge")}</Badge>
        ) : (
          <Badge tone="warn">{t("unverified")}</Badge>
        )}
      </div>
      <Lost channel={channel} />
      <FormErrors errors={errors} />
      {verified ? null : <Proof channel={channel} />}
      <Form method="post" className="-mb-2 flex flex-wrap items-center justify-between gap-3">
        <input type="hidden" name="channel_id" value={channel.id} />
        <a
          href={channel.url}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-11 items-center gap-1.5 text-sm font-semibold text-primary"
        >
          {t("open")} <ExternalLink aria-hidden className="size-4" />
        </a>
        <ConfirmButton
          name="intent"
          value="remove"
          variant="quiet"
          size="sm"
          question={t("remove_question")}
          consequence={t("remove_consequence")}
        >
          {t("remove")}
        </ConfirmButton>
      </Form>
    </Card>
  );
}

/** What took the verification away, and what the creator can do about it. */
function Lost({ channel }: { channel: Channel }) {
  const t = useTexts(creatorChannelsTexts);
  const tCommon = useTexts(commonTexts);
  const { lost_because, lost_at, handle } = channel;
  if (!lost_because || !lost_at) return null;
  const named = { handle, platform: tCommon(`platform.${channel.platform}`) };
  return (
    <Callout
      tone="warn"
      title={
        <>
          {t(`lost.${lost_because}.what`, named)} · <DateTime at={lost_at} />
        </>
      }
    >
      {t(`lost.${lost_because}.next`, named)}
    </Callout>
  );
}

function Proof({ channel }: { channel: Channel }) {
  const t = useTexts(creatorChannelsTexts);
  return (
    <Form method="post" className="space-y-4 rounded-lg bg-sunken p-4">
      <p className="font-semibold">{t("verify")}</p>
      <ol className="list-decimal space-y-1.5 pl-5 text-sm text-ink-soft">
        <li>{t("step_copy")}</li>
        <li>{t(`step.${channel.platform}`)}</li>
        <li>{t("step_back")}</li>
      </ol>
      <VerificationCode code={channel.verification_code} />
      <input type="hidden" name="channel_id" value={channel.id} />
      <SubmitButton name="intent" value="check">
        {t("check")}
      </SubmitButton>
    </Form>
  );
}
