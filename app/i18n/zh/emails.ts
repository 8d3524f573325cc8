/** Postbond 的全部来信。每封信包含发生了什么（lead）、谁要在何时之前做什么（next）以及按钮（action）。 */
import type en from "../en/emails";
import type { Translated } from "../translated";
import account from "./emails/account";
import after_review from "./emails/after-review";
import agreeing from "./emails/agreeing";
import notices from "./emails/notices";
import posting from "./emails/posting";
import reminders from "./emails/reminders";
import sample from "./emails/sample";

export default {
  layout: {
    greeting: "{{recipient}}，您好：",
    tagline: "有资金保障的付费推广",
    label: "{{label}}：",
    link_hint: "如果按钮无法打开，请访问以下地址：",
    why_brand: "您收到这封信，是因为您在 Postbond 管理品牌的合作。",
    why_operator: "您收到这封信，是因为您负责 Postbond 的账务。",
    why_creator: "您收到这封信，是因为它与您在 Postbond 的合作有关。",
    footer: "资金由 Stripe 保管，直到作品通过核验。Postbond 绝不会通过邮件索要您的密码或银行卡信息。",
  },
  facts: {
    offer: "招募",
    product: "产品",
    brand: "品牌",
    creator: "创作者",
    fee: "酬金",
    amount: "金额",
    tracking: "运单",
    due: "截止",
    clause: "条款",
    reason: "对方的说明",
    reason_operator: "理由",
    problem: "原因",
    failed_checks: "未通过的项目",
  },
  money: {
    budget_brand: "您的资金仍在招募预算中。",
    budget_creator: "{{fee}} 的酬金已经存入，正在招募预算中等候。",
    held_brand: "{{amount}} 已为这次合作保留，只有作品通过核验才会付出，否则回到招募预算。",
    held_creator: "{{amount}} 已为您保留，作品通过后即付给您。",
    back_brand: "{{amount}} 已回到招募预算。关闭招募即可退回您的银行卡。",
    back_creator: "酬金退回给 {{counterpart}}，您无需支付任何费用。",
    frozen_brand: "{{amount}} 继续保留，争议裁决前不会移动。",
    frozen_creator: "{{amount}} 继续保留，争议裁决前不会移动。",
    appeal_creator: "{{amount}} 继续保留，直到异议期限结束。",
    payable_brand: "{{fee}} 现应付给 {{counterpart}}，会自动转出。",
    payable_creator: "{{amount}} 属于您。除欺诈、提前下架或拒付外，任何人都不能收回。",
    split_brand: "创作者的部分已付出，其余回到招募预算。",
    split_creator: "您的部分会转入您的账户，其余退回给 {{counterpart}}。",
    back_less_sample_brand: "{{counterpart}} 的购样费用 {{reimbursed}} 会报销，其余款项已回到招募预算。",
    back_less_sample_creator: "您的购样费用 {{reimbursed}} 会报销给您，酬金退回给 {{counterpart}}。",
    paid_brand: "{{counterpart}} 已收到这个作品的应得款项。",
    paid_creator: "{{amount}} 已转入您的 Stripe 账户。",
    paid_less_debt_creator: "{{recovered}} 已用于抵扣您之前作品的欠款，{{amount}} 已转入您的 Stripe 账户。",
  },
  moves: { ...agreeing, ...sample, ...posting, ...after_review },
  account,
  reminders,
  notices,
} satisfies Translated<typeof en>;
