/** 运营人员的工作台。 */
import type en from "../../en/operator/verifications";
import type { Translated } from "../../translated";

export default {
  title: "待判定",
  lead: "机器无法判定的内容。证据和判定都在各合作页面上。",
  submissions: "作品",
  none: "没有等待判定的作品。",
  disputes: "争议",
  no_disputes: "没有进行中的争议。",
  channels: "频道",
  channels_lead: "打开频道，在简介中查找代码。",
  no_channels: "所有频道都已查看。",
  code: "代码",
  verify: "已看到代码",
  open: "查看",
  more_other: "另有 {{count}} 项等待时间较短。",
} satisfies Translated<typeof en>;
