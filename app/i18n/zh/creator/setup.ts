import type en from "../../en/creator/setup";
import type { Translated } from "../../translated";

export default {
  title: "完善账户",
  progress: "已完成 {{done}}/{{count}}",
  done: "已完成",
  email: "验证邮箱",
  email_hint: "申请合作前须完成。",
  profile: "介绍自己",
  profile_hint: "简介和照片有助于品牌方了解您。",
  channel: "验证频道",
  channel_hint: "在频道简介中放入验证码，证明频道归您所有。",
  address: "填写收货地址",
  address_hint: "双方接受协议后，品牌方才能看到。",
  payouts: "设置收款",
  payouts_hint: "通过 Stripe 设置后，酬金才能到您的银行账户。",
} satisfies Translated<typeof en>;
