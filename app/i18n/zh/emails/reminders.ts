/** 截止时间前的提醒。 */

import type en from "../../en/emails/reminders";
import type { Translated } from "../../translated";

export default {
  follow_up_day_1: {
    subject: "{{product}} 用着怎么样？",
    heading: "您的样品昨天到了",
    lead: "{{counterpart}} 的 {{product}} 已送达一天。现在正好看一看需求：展示什么、说明什么、如何标明广告。",
    next: "作品的截止时间是 {{due}}。如果样品损坏或不符，请报告，您的时间会随之暂停。",
    action: "查看需求",
  },
  follow_up_day_7: {
    subject: "{{product}} 已到一周",
    heading: "作品进展如何？",
    lead: "{{counterpart}} 的 {{product}} 送达已有一周。",
    next: "作品的截止时间是 {{due}}。如需更多时间，可以在合作页面延长一次。",
    action: "打开合作页面",
  },
  follow_up_3_days_left: {
    subject: "还剩 3 天：您给 {{counterpart}} 的作品",
    heading: "还剩三天",
    lead: "您的 {{product}} 作品即将到期，酬金已经备好。",
    next: "请在 {{due}} 前提交；如需更多时间，现在可以延长一次。",
    action: "提交作品",
  },
  follow_up_1_day_left: {
    subject: "明天截止：您给 {{counterpart}} 的作品",
    heading: "还剩一天",
    lead: "这是 {{product}} 作品逾期前的最后一次提醒。",
    next: "请在 {{due}} 前提交。如果确实无法完成，请以退回样品的方式结束合作：这比失联对您的记录好得多。",
    action: "提交作品",
  },
  review_reminder: {
    subject_other: "审核 {{counterpart}} 的作品还剩 {{count}} 天",
    heading: "有作品等您审核",
    lead: "{{counterpart}} 提交了 {{product}} 的作品，并已通过全部核验。",
    next: "请在 {{due}} 前通过、提出修改或驳回。若您没有答复，届时将自动通过。",
    action: "审核作品",
  },
} satisfies Translated<typeof en>;
