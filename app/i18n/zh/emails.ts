/** Postbond 发出的全部邮件。每封说明发生了什么（lead）、谁在何时之前做什么（next，无需操作时没有）以及按钮的作用（action）。 */
import type en from "../en/emails";
import type { Translated } from "../translated";
import account from "./emails/account";
import agreeing from "./emails/agreeing";
import notices from "./emails/notices";
import outcome from "./emails/outcome";
import posting from "./emails/posting";
import reminders from "./emails/reminders";
import sample from "./emails/sample";

export default {
  layout: {
    greeting: "{{recipient}}，您好：",
    tagline: "有资金保障的付费推广",
    label: "{{label}}：",
    link_hint: "按钮打不开？请复制以下链接到浏览器：",
    why_brand: "您收到此邮件，是因为您在 Postbond 管理品牌方的合作。",
    why_operator: "您收到此邮件，是因为您是 Postbond 的运营人员。",
    why_creator: "您收到此邮件，是因为它与您在 Postbond 的合作有关。",
    footer: "Postbond 不会通过邮件向您索要密码或银行卡信息。",
  },
  facts: {
    offer: "招募",
    product: "产品",
    brand: "品牌方",
    creator: "达人",
    fee: "酬金",
    amount: "金额",
    tracking: "物流单号",
    clause: "所指条款",
    reason: "对方留言",
    reason_operator: "理由",
    problem: "待完成事项",
    bank_message: "银行反馈",
    to_fix: "需要修改",
    failed_checks: "未通过的核验",
  },
  money: {
    budget_brand: "达人接受协议之前，您的资金不会动用。",
    budget_creator: "{{fee}} 酬金已到位，您接受协议后即为您托管。",
    held_brand: "{{amount}} 已为这次合作托管，作品核验并通过审核后放款。",
    held_creator: "{{amount}} 已为您托管，作品通过后放款给您。",
    back_brand: "{{amount}} 已退回招募，可用于其他名额；招募关闭后原路退回您的付款卡。",
    back_creator: "酬金已退还给 {{counterpart}}，您无需支付任何费用。",
    frozen_brand: "确定归属之前，{{amount}} 继续托管。",
    frozen_creator: "确定归属之前，{{amount}} 继续托管。",
    payable_brand: "{{fee}} 酬金将自动打款给 {{counterpart}}。",
    payable_creator: "{{amount}} 归您所有，将自动打款。仅在欺诈、作品提前下架或付款卡拒付时才会收回。",
    split_brand: "达人应得的部分已放款，其余已退回招募。",
    split_creator: "您应得的部分将自动打款，其余退还给 {{counterpart}}。",
    back_less_sample_brand: "{{counterpart}} 购买样品的 {{reimbursed}} 将予报销，其余已退回招募。",
    back_less_sample_creator: "您购买样品的 {{reimbursed}} 将予报销，酬金退还给 {{counterpart}}。",
    paid_creator: "Stripe 会按您的提现周期转入银行账户。",
  },
  transitions: { ...agreeing, ...sample, ...posting, ...outcome },
  account,
  reminders,
  notices,
} satisfies Translated<typeof en>;
