/** 运营人员的页面。 */
import type en from "../../en/operator/appeals";
import type { Translated } from "../../translated";

export default {
  title: "违规申诉",
  lead: "达人或品牌方对违规提出的申诉，对方会看到您的理由原文。",
  none: "没有待处理的申诉。",
  subject: { creator: "达人", brand: "品牌" },
  statement: "对方的说明",
  record: "{{count}} 次违规，共 {{points}} 分",
  reason: "您的理由",
  lift: "撤销违规",
  keep: "维持违规",
} satisfies Translated<typeof en>;
