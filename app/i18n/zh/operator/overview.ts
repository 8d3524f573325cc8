/** 运营人员的页面。 */
import type en from "../../en/operator/overview";
import type { Translated } from "../../translated";

export default {
  title: "工作台",
  lead: "待裁定事项与平台概况。",
  to_decide: "待判定的核验",
  appealed: "待裁定的酬金",
  disputes: "待答复的拒付争议",
  appeals: "违规申诉",
  channels: "待验证的频道",
  blocked: "受阻或失败的款项",
  incidents: "账本待处理异常",
  running: "进行中的合作",
  latest: "最新动态",
  brands: "品牌",
} satisfies Translated<typeof en>;
