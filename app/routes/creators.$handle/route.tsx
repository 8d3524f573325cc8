/** A creator as anybody may see them: proven channels, and a record that we counted ourselves. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPublicCreator } from "@/app/domain/creator/queries/public-creator";
import commonTexts from "@/app/i18n/en/common";
import creatorsTexts from "@/app/i18n/en/creators";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { orAnswer } from "@/app/lib/answer";
import { Avatar } from "@/app/ui/avatar";
import { Badge } from "@/app/ui/badge";
import { Card, Section } from "@/app/ui/card";
import { DataList } from "@/app/ui/data-list";
import { EmptyState } from "@/app/ui/empty-state";
import { Followers } from "@/app/ui/followers";
import { PlatformIcon } from "@/app/ui/platform-icon";
import { Rating } from "@/app/ui/rating";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";

export async function loader({ params }: LoaderFunctionArgs) {
  return orAnswer(readPublicCreator(db, params.handle ?? ""));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = metaT(matches, creatorsTexts);
  const name = data?.creator.display_name ?? "Postbond";
  return publicMeta(name, data?.creator.bio || t("description", { name }));
};

export default function CreatorPage() {
  const t = useTexts(creatorsTexts);
  const tCommon = useTexts(commonTexts);
  const { creator, channels, record } = useLoaderData<typeof loader>();
  const format = useFormat();
  const avatar = creator.avatar_asset_id && `/assets/${creator.avatar_asset_id}`;
  return (
    <PageBody>
      <header className="flex flex-col gap-5 sm:flex-row sm:items-center">
        <Avatar name={creator.display_name} src={avatar} size="lg" />
        <div className="min-w-0 flex-1">
          <h1 className="text-2xl font-bold wrap-anywhere sm:text-3xl">{creator.display_name}</h1>
          <ul className="mt-0.5 flex flex-wrap gap-x-2 text-ink-faint">
            {[
              `@${creator.handle}`,
              format.country(creator.country),
              t("since", { when: format.date(creator.created_at, "day") }),
            ].map((fact) => (
              <li key={fact} className="not-last:after:ml-2 not-last:after:content-['·']">
                {fact}
              </li>
            ))}
          </ul>
          {creator.bio ? <p className="mt-3 max-w-2xl whitespace-pre-line">{creator.bio}</p> : null}
          <ul aria-label={t("categories")} className="mt-3 flex flex-wrap gap-2 empty:hidden">
            {creator.standing === "good" ? null : (
              <li>
                <Badge tone="warn">{t("suspended")}</Badge>
              </li>
            )}
            {creator.categories.map((category) => (
              <li key={category}>
                <Badge>{tCommon(`category.${category}`)}</Badge>
              </li>
            ))}
          </ul>
        </div>
      </header>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-8">
        <Section title={t("channels")} description={t("channels_lead")}>
          <Channels channels={channels} />
        </Section>
        <RecordCard record={record} />
      </div>
    </PageBody>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>;

function Channels({ channels }: { channels: Loaded["channels"] }) {
  const t = useTexts(creatorsTexts);
  if (channels.length === 0)
    return (
      <EmptyState scene="work" title={t("no_channels_title")}>
        {t("no_channels")}
      </EmptyState>
    );
  return (
    <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      {channels.map((channel) => (
        <Card as="li" key={`${channel.platform} ${channel.handle}`} className="flex items-start gap-4">
          <span className="flex size-11 shrink-0 items-center justify-center rounded-lg bg-sunken text-ink-soft">
            <PlatformIcon platform={channel.platform} className="size-6" />
          </span>
          <div className="min-w-0">
            <a
              href={channel.url}
              rel="noopener nofollow ugc"
              target="_blank"
              className="font-semibold break-words hover:underline"
            >
              {channel.handle}
            </a>
            <Followers followers={channel.followers} engagement_bps={channel.engagement_bps} />
          </div>
        </Card>
      ))}
    </ul>
  );
}

function RecordCard({ record }: { record: Loaded["record"] }) {
  const t = useTexts(creatorsTexts);
  const format = useFormat();
  return (
    <Card as="section">
      <h2 className="text-lg font-semibold">{t("record")}</h2>
      <p className="mt-1 text-sm text-ink-faint">{t("record_lead")}</p>
      <div className="mt-4">
        {record.delivery_bps === null ? (
          <p className="font-medium">{t("rate_none")}</p>
        ) : (
          <>
            <p className="mb-1 text-sm text-ink-soft">{t("rate")}</p>
            <Rating bps={record.delivery_bps} />
          </>
        )}
      </div>
      <div className="mt-3">
        <DataList
          rows={[
            { label: t("delivered"), value: format.number(record.delivered) },
            { label: t("not_delivered"), value: format.number(record.not_delivered) },
            {
              label: t("on_time"),
              value:
                record.delivered > 0
                  ? t("on_time_of", { on_time: record.on_time, delivered: record.delivered })
                  : null,
            },
            { label: t("open"), value: format.number(record.open) },
          ]}
        />
      </div>
    </Card>
  );
}
