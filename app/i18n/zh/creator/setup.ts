import type en from "../../en/creator/setup";
import type { Translated } from "../../translated";

export default {
  title: "完善账号",
  progress: "已完成 {{done}} / {{count}}",
  done: "已完成",
  email: "确认邮箱",
  email_hint: "申请合作前需要确认。",
  profile: "介绍您自己",
  profile_hint: "几句话和一张照片，供品牌参考。",
  channel: "验证一个频道",
  channel_hint: "在频道简介里放一段验证码，证明频道是您的。",
  address: "填写收货地址",
  address_hint: "双方达成协议后，品牌才能看到。",
  payouts: "设置收款",
  payouts_hint: "通过 Stripe 设置，酬金才能到您的银行账户。",
} satisfies Translated<typeof en>;
