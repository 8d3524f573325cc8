import { Check, MapPin } from "lucide-react";
import { StatusBadge } from "@/app/ui/badge";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { DataList } from "@/app/ui/data-list";
import { Disclosure } from "@/app/ui/disclosure";
import { LinkRows } from "@/app/ui/link-rows";
import { Money } from "@/app/ui/money";
import { OfferCard, type OfferCardData } from "@/app/ui/offer-card";
import { OfferCards } from "@/app/ui/offer-cards";
import { PhotoGallery } from "@/app/ui/photo-gallery";
import { Table } from "@/app/ui/table";
import { LinkTabs } from "@/app/ui/tabs";
import { Timeline } from "@/app/ui/timeline";
import { WorkList } from "@/app/ui/work-list";
import { useSample } from "../sample";
import { Specimen } from "../specimen";

const ROWS = [
  { id: "1", name: "Maya Chen", state: "in_review", fee_minor: 24_000 },
  { id: "2", name: "李晓雯", state: "creating", fee_minor: 18_000 },
  { id: "3", name: "Jonas Weber", state: "paid", fee_minor: 21_050 },
] as const;

function Opening() {
  const say = useSample();
  const terms = <p className="text-ink-soft">{say("Seven days for the review.", "审核期七天。")}</p>;
  return (
    <>
      <Specimen name="Disclosure">
        <div className="space-y-3">
          {(["row", "link", "box"] as const).map((look) => (
            <Disclosure key={look} look={look} label={say("All terms", "全部规则")} open={look === "box"}>
              {terms}
            </Disclosure>
          ))}
        </div>
      </Specimen>
      <Specimen name="LinkRows">
        <LinkRows
          rows={[
            {
              key: "address",
              to: "?",
              icon: <MapPin aria-hidden className="size-5" />,
              label: say("Shipping address", "收货地址"),
              hint: say("Where samples go.", "样品寄到哪里。"),
            },
            {
              key: "done",
              icon: <Check aria-hidden className="size-5" />,
              label: say("Confirmed", "已确认"),
            },
          ]}
        />
      </Specimen>
    </>
  );
}

export function Data() {
  const say = useSample();
  const card: OfferCardData = {
    id: "offer_1",
    title: say("Four weeks with the Fold lamp", "折叠台灯四周体验"),
    product_title: "Fold",
    brand_name: "Northfold",
    brand_verified: true,
    channels: ["youtube", "tiktok", "instagram", "amazon"],
    marketplace_country: "US",
    sample_mode: "shipped",
    fee_minor: 24_000,
    currency: "USD",
    slots: 6,
    slots_taken: 2,
    photo_id: null,
  };
  return (
    <>
      <Specimen name="PageHeader · LinkTabs">
        <PageHeader
          back={{ to: "?", label: say("All offers", "全部招募") }}
          title={say("Portable espresso maker", "便携式浓缩咖啡机")}
          badges={<StatusBadge state="in_review" />}
          description={say("Six slots, three of them taken.", "六个名额，已领三个。")}
        />
        <div className="mt-4">
          <LinkTabs
            label={say("Views", "视图")}
            tabs={[
              { to: "?a", label: say("Running", "进行中"), current: true, count: 3 },
              { to: "?b", label: say("Finished", "已结束"), current: false },
            ]}
          />
        </div>
      </Specimen>
      <Specimen name="Table">
        <Table
          caption={say("Creators of this offer", "此招募的创作者")}
          rows={ROWS}
          rowKey={(row) => row.id}
          href={(row) => `/collaborations/${row.id}`}
          columns={[
            { id: "name", head: say("Creator", "创作者"), title: true, cell: (row) => row.name },
            { id: "state", head: say("State", "状态"), cell: (row) => <StatusBadge state={row.state} /> },
            {
              id: "fee",
              head: say("Fee", "酬金"),
              align: "end",
              cell: (row) => <Money minor={row.fee_minor} currency="USD" />,
            },
          ]}
        />
      </Specimen>
      <Specimen name="Section · Card · DataList">
        <Section title={say("Agreement", "协议")} description={say("Frozen on 1 March.", "3 月 1 日锁定。")}>
          <Card>
            <DataList
              rows={[
                { label: say("Platform", "平台"), value: "YouTube" },
                { label: say("Fee", "酬金"), value: <Money minor={24_000} currency="USD" /> },
                { label: say("Left out", "不显示"), value: null },
              ]}
            />
          </Card>
        </Section>
      </Specimen>
      <Opening />
      <Works />
      <Story />
      <Specimen name="PhotoGallery">
        <PhotoGallery
          className="max-w-xs"
          photos={["#d5764c", "#94ab83", "#4757b8"].map((colour) => ({ url: swatch(colour), alt: colour }))}
        />
      </Specimen>
      <Specimen name="OfferCard">
        <div className="max-w-xs">
          <OfferCard offer={card} />
        </div>
      </Specimen>
      <Specimen name="OfferCards">
        <OfferCards offers={[card, { ...card, id: "offer_2", slots_taken: 6 }]} />
      </Specimen>
    </>
  );
}

/** A plain picture of one colour. */
function swatch(colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3" fill="${colour}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function Works() {
  const say = useSample();
  const work = {
    brand_name: "Northfold",
    creator_name: "Maya Chen",
    fee_minor: 24_000,
    currency: "USD",
    entered_at: new Date("2026-03-02T10:00:00Z"),
  };
  return (
    <Specimen name="WorkList">
      <WorkList
        side="brand"
        rows={[
          {
            ...work,
            id: "collab_1",
            state: "in_review",
            offer_title: say("Portable espresso maker", "便携式浓缩咖啡机"),
            due_kind: "review",
            due_at: new Date("2026-03-09T10:00:00Z"),
          },
          {
            ...work,
            id: "collab_2",
            state: "approved",
            offer_title: say("A lamp for late work", "深夜台灯"),
            due_kind: null,
            due_at: null,
          },
        ]}
      />
    </Specimen>
  );
}

function Story() {
  const say = useSample();
  return (
    <Specimen name="Timeline">
      <Timeline
        items={[
          {
            id: "1",
            phase: "past",
            title: say("Maya accepted; the money is held", "Maya 接受协议，款项暂存"),
            at: "2026-03-01T10:00:00Z",
            tone: "held",
          },
          {
            id: "2",
            phase: "past",
            title: say("The sample arrived", "样品送达"),
            at: "2026-03-04T16:20:00Z",
          },
          {
            id: "3",
            phase: "now",
            title: say("Making the post", "制作作品"),
            body: say("13 days left", "还剩 13 天"),
          },
          { id: "4", phase: "ahead", title: say("Checks, then a review", "核验，然后审核") },
          { id: "5", phase: "ahead", title: say("Pay out", "放款") },
        ]}
      />
    </Specimen>
  );
}
