/** 截止时间前的提醒。 */
import type en from "../../en/emails/reminders";
import type { Translated } from "../../translated";

export default {
  follow_up_day_1: {
    subject: "可以开始创作了：{{product}}",
    heading: "{{product}} 用着怎么样？",
    lead: "{{counterpart}} 的样品昨天已送达。现在正适合看看作品要求：展示什么、说明什么、如何标明广告。",
    lead_code:
      "您昨天收到了 {{counterpart}} 的兑换码。现在正适合看看作品要求：展示什么、说明什么、如何标明广告。",
    lead_none:
      "您与 {{counterpart}} 的合作昨天开始。现在正适合看看作品要求：展示什么、说明什么、如何标明广告。",
    next: "作品截止时间：{{due}}。",
    next_shipped: "作品截止时间：{{due}}。样品损坏或不符？请反馈，计时会暂停。",
    action: "查看作品要求",
  },
  follow_up_day_7: {
    subject: "{{product}} 的作品进展如何？",
    heading: "作品进展如何？",
    lead: "{{counterpart}} 的 {{product}} 送达已有一周。",
    lead_code: "您收到 {{counterpart}} 的兑换码已有一周。",
    lead_none: "您与 {{counterpart}} 的合作开始已有一周。",
    next: "作品截止时间：{{due}}。需要更多时间？可延长一次。",
    next_extended: "作品截止时间：{{due}}。",
    action: "查看合作",
  },
  follow_up_3_days_left: {
    subject: "还剩 3 天：请提交给 {{counterpart}} 的作品",
    heading: "还剩 3 天",
    lead: "您给 {{counterpart}} 的 {{product}} 作品即将到期。",
    next: "请在 {{due}} 前提交。需要更多时间？可延长一次。",
    next_extended: "请在 {{due}} 前提交。",
    action: "提交作品",
  },
  follow_up_1_day_left: {
    subject: "明天截止：请提交给 {{counterpart}} 的作品",
    heading: "作品明天截止",
    lead: "这是 {{product}} 作品逾期前的最后一次提醒。",
    next: "请在 {{due}} 前提交。无法完成？退回样品即可结束合作，不记违规。",
    next_code: "请在 {{due}} 前提交。无法完成？现在结束合作，不记违规。",
    next_none: "请在 {{due}} 前提交。无法完成？现在结束合作，不记违规。",
    action: "提交作品",
  },
  review_reminder: {
    subject_other: "还剩 {{count}} 天：请审核 {{counterpart}} 的作品",
    heading: "有作品待您审核",
    lead: "{{counterpart}} 的 {{product}} 作品已通过全部核验。",
    next: "请在 {{due}} 前通过、要求修改或驳回。逾期未答复将自动通过。",
    action: "审核作品",
  },
  appeal_reminder_first: {
    subject: "您还可以申诉：给 {{counterpart}} 的作品",
    heading: "您还可以申诉",
    lead: "{{counterpart}} 驳回了您的 {{product}} 作品。如不同意，请告诉我们理由。",
    next: "请在 {{due}} 前申诉。逾期未答复，我们将直接裁定。",
    action: "查看理由并申诉",
  },
  appeal_reminder_last: {
    subject: "最后机会：对 {{counterpart}} 的驳回提出申诉",
    heading: "申诉的最后机会",
    lead: "这是最后一次提醒：{{counterpart}} 驳回了您的 {{product}} 作品，您尚未申诉，也未接受驳回。",
    next: "请在 {{due}} 前申诉。逾期未答复，我们将直接裁定。",
    action: "查看理由并申诉",
  },
} satisfies Translated<typeof en>;
