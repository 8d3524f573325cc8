/** 创作者主页。 */
import type en from "../en/creators";
import type { Translated } from "../translated";

export default {
  description: "{{name}} 在 Postbond 的频道与交付记录。",
  since: "{{when}}加入 Postbond",
  record: "交付记录",
  record_lead: "由 Postbond 根据实际合作统计，并非创作者自述。",
  rate: "约定作品的交付率",
  rate_none: "尚无有结果的合作",
  delivered: "已交付",
  not_delivered: "未交付",
  on_time: "按时交付",
  on_time_of: "{{delivered}} 次中 {{on_time}} 次",
  open: "进行中",
  channels: "已验证的频道",
  channels_lead: "只显示已证明归属的频道。粉丝数和互动率由创作者填写。",
  followers_other: "{{number}} 粉丝",
  engagement: "互动率 {{percent}}",
  no_channels_title: "还没有已验证的频道",
  no_channels: "验证之后会显示在这里。",
  categories: "创作领域",
  suspended: "目前不接受新的合作。",
} satisfies Translated<typeof en>;
