/** 达人主页。 */
import type en from "../en/creators";
import type { Translated } from "../translated";

export default {
  description: "{{name}} 在 Postbond 的频道与交付记录。",
  since: "{{when}}加入 Postbond",
  record: "交付记录",
  record_lead: "由 Postbond 根据真实合作统计，并非达人自填。",
  rate: "交付率",
  rate_none: "暂无已结束的合作",
  delivered: "已交付",
  not_delivered: "未交付",
  on_time: "按时交付",
  on_time_of: "{{delivered}} 次中 {{on_time}} 次",
  open: "进行中",
  channels: "已验证频道",
  channels_lead: "仅显示已验证归属的频道，数据均注明来源。",
  no_channels_title: "暂无已验证频道",
  no_channels: "验证后会显示在这里。",
  categories: "内容领域",
  suspended: "暂不接受新合作。",
} satisfies Translated<typeof en>;
