/** 运营人员的工作台。 */
import type en from "../../en/operator/appeals";
import type { Translated } from "../../translated";

export default {
  title: "申诉",
  lead: "有人请求重新查看其信用状态，对方会逐字看到您的理由。",
  none: "没有进行中的申诉。",
  subject: { creator: "创作者", brand: "品牌" },
  statement: "对方的说明",
  record: "{{count}} 次记过，共 {{points}} 分",
  reason: "您的理由",
  lift: "撤销",
  keep: "维持",
} satisfies Translated<typeof en>;
