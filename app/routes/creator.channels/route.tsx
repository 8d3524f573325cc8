/** The channels of a creator: adding one, and proving that it is theirs. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireCreator } from "@/app/auth/session";
import { addChannel, channelSchema, removeChannel } from "@/app/domain/creator/channels";
import { readProfile } from "@/app/domain/creator/queries";
import { proveChannel } from "@/app/domain/verification/prove-channel";
import { refusalText } from "@/app/i18n/refusal-text";
import { useFormat } from "@/app/i18n/use-format";
import { isRefusal, notFound } from "@/app/lib/refusal";
import { Badge } from "@/app/ui/badge";
import { SubmitButton } from "@/app/ui/button";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { Field, FormErrors, Select, TextInput } from "@/app/ui/form";
import { PlatformIcon } from "@/app/ui/platform-icon";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { PLATFORMS } from "@/db/schema/creator";
import { transact } from "@/db/transact";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireCreator(request);
  return { channels: (await readProfile(db, actor.creator_id)).channels };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireCreator(request);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const intent = text("intent");
  const channel_id = text("channel_id");
  const typed = {
    platform: text("platform"),
    handle: text("handle"),
    followers: text("followers"),
    engagement: text("engagement"),
  };
  try {
    if (intent === "add") {
      const read = channelSchema.safeParse({
        platform: typed.platform,
        handle: typed.handle,
        followers: Number(typed.followers.replaceAll(/[\s,]/g, "") || Number.NaN),
        engagement_bps: Math.round(Number(typed.engagement || 0) * 100),
      });
      if (!read.success) {
        const errors: Record<string, string[]> = {};
        for (const { path, message } of read.error.issues)
          errors[path[0] === "engagement_bps" ? "engagement" : String(path[0])] = [message];
        return data({ intent, channel_id, typed, errors, refusal: null }, { status: 422 });
      }
      await transact((tx) => addChannel(tx, actor, read.data));
    } else if (intent === "prove") await proveChannel(actor, channel_id);
    else if (intent === "remove") await transact((tx) => removeChannel(tx, actor, channel_id));
    else throw notFound("form");
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const errors: Record<string, string[]> = {};
    return data(
      { intent, channel_id, typed, errors, refusal: { code: error.code, params: error.params } },
      { status: error.status },
    );
  }
  return redirect("/creator/channels");
}

export default function Channels() {
  const { t } = useTranslation(["creator", "common"]);
  const { t: sayError } = useTranslation("errors");
  const { channels } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const adding = answered?.intent === "add" ? answered : undefined;
  const field = (name: "platform" | "handle" | "followers" | "engagement") => ({
    name,
    initialValue: adding?.typed[name] ?? "",
    errors: adding?.errors[name],
  });
  return (
    <PageBody narrow>
      <PageHeader title={t("channels.title")} description={t("channels.lead")} />
      {channels.length === 0 ? (
        <EmptyState title={t("channels.empty_title")}>{t("channels.empty")}</EmptyState>
      ) : null}
      <ul className="space-y-4">
        {channels.map((channel) => (
          <Channel
            key={channel.id}
            channel={channel}
            refusal={
              answered?.channel_id === channel.id && answered.refusal
                ? refusalText(sayError, answered.refusal)
                : null
            }
          />
        ))}
      </ul>
      <Section title={t("channels.add")}>
        <Card>
          <Form method="post" className="space-y-5" noValidate>
            <FormErrors errors={adding?.refusal ? [refusalText(sayError, adding.refusal)] : undefined} />
            <Field meta={field("platform")} label={t("channels.platform")}>
              <Select
                placeholder
                options={PLATFORMS.map((value) => ({ value, label: t(`common:platform.${value}`) }))}
              />
            </Field>
            <Field meta={field("handle")} label={t("channels.handle")}>
              <TextInput autoCapitalize="none" spellCheck={false} />
            </Field>
            <div className="grid gap-5 sm:grid-cols-2">
              <Field meta={field("followers")} label={t("channels.follower_count")}>
                <TextInput inputMode="numeric" />
              </Field>
              <Field
                meta={field("engagement")}
                label={t("channels.engagement")}
                hint={t("channels.engagement_hint")}
                optional
              >
                <TextInput inputMode="decimal" />
              </Field>
            </div>
            <SubmitButton name="intent" value="add">
              {t("channels.save")}
            </SubmitButton>
          </Form>
        </Card>
      </Section>
    </PageBody>
  );
}

type ChannelRow = ReturnType<typeof useLoaderData<typeof loader>>["channels"][number];

function Channel({ channel, refusal }: { channel: ChannelRow; refusal: string | null }) {
  const { t } = useTranslation(["creator", "common"]);
  const format = useFormat();
  return (
    <Card as="li" className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex min-w-0 items-center gap-3">
          <PlatformIcon platform={channel.platform} />
          <div className="min-w-0">
            <a
              href={channel.url}
              target="_blank"
              rel="noreferrer noopener"
              className="font-semibold break-all"
            >
              {channel.handle}
            </a>
            <p className="text-sm text-ink-soft">
              {t(`common:platform.${channel.platform}`)} ·{" "}
              {t("channels.followers", { count: format.number(channel.followers) as never })}
            </p>
          </div>
        </div>
        <Badge tone={channel.verified_at ? "success" : "warn"} dot>
          {channel.verified_at ? t("channels.verified") : t("channels.unproven")}
        </Badge>
      </div>
      <FormErrors errors={refusal ? [refusal] : undefined} />
      {channel.verified_at ? null : (
        <div className="space-y-3 rounded-lg bg-sunken p-4">
          <p className="font-semibold">{t("channels.proof_title")}</p>
          <p className="text-sm text-ink-soft">{t("channels.proof")}</p>
          <Field meta={{ name: "proof", initialValue: channel.proof_code }} label={t("channels.code")}>
            <TextInput readOnly className="font-mono" />
          </Field>
          <Form method="post">
            <input type="hidden" name="channel_id" value={channel.id} />
            <SubmitButton name="intent" value="prove">
              {t("channels.check")}
            </SubmitButton>
          </Form>
        </div>
      )}
      <Form method="post">
        <input type="hidden" name="channel_id" value={channel.id} />
        <SubmitButton name="intent" value="remove" variant="quiet" size="sm">
          {t("channels.remove")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
