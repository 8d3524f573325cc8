/** 浏览招募与招募详情。 */
import type en from "../../en/offers/apply";
import type { Translated } from "../../translated";

export default {
  title: "申请这个招募",
  lead: "{{brand}} 会看到您的频道、交付记录和自荐。您的酬金：",
  channel: "选择频道",
  channel_hint: "您在指定平台上已验证的频道。",
  min_followers: "该招募要求至少 {{min}} 粉丝；平台提供粉丝数的以平台数据为准，否则以您填写的为准。",
  pitch: "为什么选您？打算怎么做？",
  pitch_hint: "两三句话即可，一个好创意胜过数据。",
  send: "提交申请",
  after: "接受协议之前，您可以随时撤回申请。",
} satisfies Translated<typeof en>;
