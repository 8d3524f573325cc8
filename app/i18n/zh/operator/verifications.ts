/** 运营人员的页面。 */
import type en from "../../en/operator/verifications";
import type { Translated } from "../../translated";

export default {
  title: "待判定",
  lead: "需要人工处理的内容。请在合作页面查看证据并判定。",
  no_key: {
    title: "尚未接入 YouTube：未设置 YOUTUBE_API_KEY",
    text: "本站无法自动核验 YouTube：每个 YouTube 作品、已付款作品的每次计划查看、每个频道验证码都会转到此页，粉丝数只能以达人填写的为准。请将 YOUTUBE_API_KEY 设为 YouTube Data API v3 密钥并重启 Postbond；已在此页等待的提交作品仍需您处理。",
  },
  submissions: "作品",
  none: "没有待判定的作品。",
  disputes: "酬金",
  disputes_lead: "申诉，以及其他尚未确定托管资金归属的合作。",
  no_disputes: "没有待裁定的酬金。",
  no_appeal: "无人申诉。",
  channels: "频道",
  channels_lead: "打开频道，在简介中查找验证码。",
  no_channels: "没有待验证的频道。",
  code: "验证码",
  verify: "已找到验证码",
  open: "查看",
  more_other: "另有 {{count}} 项，等待时间较短。",
} satisfies Translated<typeof en>;
