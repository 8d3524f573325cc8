/** 运营人员的工作台。 */
import type en from "../../en/operator/overview";
import type { Translated } from "../../translated";

export default {
  title: "工作台",
  lead: "待裁定的事项，以及平台的整体情况。",
  to_decide: "待判定的核验",
  appealed: "争议",
  disputes: "待答复的拒付",
  appeals: "申诉",
  channels: "待查看的频道",
  blocked: "等待或失败的款项",
  incidents: "账本待处理的异常",
  running: "进行中的合作",
  latest: "最新动态",
  brands: "品牌",
} satisfies Translated<typeof en>;
