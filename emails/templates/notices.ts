/** Emails about money and standing that no single transition of a collaboration causes. */

import type { NotificationName, NotificationProps } from "@/app/domain/notifications/notifications";
import type en from "@/app/i18n/en/emails";
import type { OfferId } from "@/app/lib/ids";
import type { EmailContent, ReaderProps } from "../content";
import { linkTo } from "../links";
import type { EmailProps } from "../template";
import { SUBJECT_TITLE_MAX, shorten, type Words } from "../words";

type Text = Exclude<keyof typeof en.notices, "strikes">;
type Parts = Partial<Pick<EmailContent, "facts" | "quotes" | "why">>;

/** What a notice adds to its sentences: their fillings, and parts beside them. `version` picks one of two wordings. */
type Details = { fill?: Record<string, string>; version?: string } & Parts;

function notice<N extends NotificationName & Text>(
  name: N,
  link: (props: EmailProps<NotificationProps<N>>) => string,
  details: (words: Words, props: EmailProps<NotificationProps<N>>) => Details = () => ({}),
) {
  return {
    link,
    write: (words: Words, props: EmailProps<NotificationProps<N>>): EmailContent => {
      const { t } = words;
      const { fill, version, ...parts } = details(words, props);
      const text = (part: string, filled = fill) =>
        t([`notices.${name}.${part}_${version}`, `notices.${name}.${part}`], filled);
      return {
        subject: text("subject", { ...fill, offer: shorten(fill?.offer ?? "", SUBJECT_TITLE_MAX) }),
        recipient: props.recipient_name,
        heading: text("heading"),
        lead: text("lead"),
        facts: [],
        quotes: [],
        next: text("next"),
        money: "",
        action: text("action"),
        why: t(`layout.why_${props.side}`),
        ...parts,
      };
    },
  };
}

type OfferMoney = { offer_title: string; amount_minor: number; currency: string };

/** An amount of an offer, in the sentences and as rows. */
function offerMoney({ t, money }: Words, props: OfferMoney): Details {
  const amount = money(props.amount_minor, props.currency);
  return {
    fill: { offer: props.offer_title, amount },
    facts: [
      [t("facts.offer"), props.offer_title],
      [t("facts.amount"), amount],
    ],
  };
}

const amountOnly = (words: Words, props: { amount_minor: number; currency: string }): Details => ({
  fill: { amount: words.money(props.amount_minor, props.currency) },
});

const standingPage = ({ side }: ReaderProps) =>
  side === "brand" ? linkTo.brandStanding() : linkTo.creatorStanding();
const offerPage = ({ offer_id }: { offer_id: OfferId }) => linkTo.brandOffer(offer_id);

export const NOTICE_TEMPLATES = {
  payment_received: notice("payment_received", offerPage, offerMoney),
  payment_failed: notice("payment_failed", offerPage, (_, { offer_title }) => ({
    fill: { offer: offer_title },
  })),
  offer_closed_refund_sent: notice("offer_closed_refund_sent", offerPage, offerMoney),
  refund_failed: notice("refund_failed", linkTo.brandMoney, amountOnly),
  invoices_ready: notice("invoices_ready", linkTo.brandBilling, (words, { month }) => ({
    fill: { month: words.month(month) },
  })),
  charge_disputed: notice("charge_disputed", offerPage, amountOnly),
  transfer_blocked: notice("transfer_blocked", linkTo.creatorPayouts, (words, props) => ({
    ...offerMoney(words, props),
    quotes: [[words.t("facts.problem"), words.t(`notices.transfer_blocked.why_${props.reason}`)]],
  })),
  payout_failed: notice("payout_failed", linkTo.creatorPayouts, (words, props) => ({
    ...amountOnly(words, props),
    quotes: props.message ? [[words.t("facts.bank_message"), props.message]] : [],
  })),
  strike_received: notice("strike_received", standingPage, ({ t }, props) => ({
    fill: {
      kind: t(`notices.strikes.${props.kind}`),
      points: t("notices.strike_received.points", { count: props.points }),
    },
    facts: props.offer_title ? [[t("facts.offer"), props.offer_title]] : [],
    quotes: props.reason ? [[t("facts.reason_operator"), props.reason]] : [],
  })),
  suspended: notice("suspended", standingPage, (words, props) => ({
    fill: { until: words.instant(props.until, props.time_zone) },
  })),
  blacklisted: notice("blacklisted", standingPage),
  strike_appeal_decided: notice("strike_appeal_decided", standingPage, ({ t }, props) => ({
    version: props.decision,
    quotes: props.reason ? [[t("facts.reason_operator"), props.reason]] : [],
  })),
  incidents_open: notice("incidents_open", linkTo.operatorIncidents, ({ t }, props) => ({
    fill: { incidents: t("notices.incidents_open.incidents", { count: props.open }) },
    why: t("layout.why_operator"),
  })),
};
