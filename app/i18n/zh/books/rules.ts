/** 账本必须始终成立的规则，用所有人都能看懂的话来说。 */
import type en from "../../en/books/rules";
import type { Translated } from "../../translated";

export default {
  "01-entries-sum-to-zero": {
    name: "每一笔记账都平衡",
    means: "从一处拿走多少，就在另一处放入多少。不会凭空多出或少掉一分钱。",
  },
  "02-balances-equal-entries": {
    name: "余额等于明细之和",
    means: "每个账户的余额，都正好是全部历史明细相加的结果。",
  },
  "03-held-never-below-zero": {
    name: "任何人的钱都不会是负数",
    means: "存放他人资金的账户绝不会透支。",
  },
  "04a-every-charge-is-accounted-for": {
    name: "每一笔付款都有去处",
    means:
      "银行卡付来的每一分钱，要么已给创作者，要么已退回卡上，要么成为平台收入，要么被银行扣回，要么仍在暂存。",
  },
  "04b-charge-counters-are-true": {
    name: "每笔付款的计数都属实",
    means: "已占用、已退款、被银行扣回的金额，与账上记录一致。",
  },
  "04c-totals-balance": {
    name: "整本账平衡",
    means: "按每个币种，现有与已支出的总和，等于应付与已收入的总和。",
  },
  "05a-paid-only-once": {
    name: "不会重复付款",
    means: "每个合作最多付一次，金额不超过酬金与样品花费之和。",
  },
  "05b-paid-only-when-verified": {
    name: "没有证明就不付款",
    means: "只有核验通过、运营人员作出裁定，或品牌应承担的取消，才会付款。",
  },
  "06-held-matches-state": {
    name: "暂存金额与合作进度相符",
    means: "进行中的合作，全额已预留；结束的合作，暂存正好为零。",
  },
  "07a-movements-have-their-stripe-object": {
    name: "每笔资金在 Stripe 都有对应记录",
    means: "凡是我们记为完成的，都写明 Stripe 上对应的付款、转账或退款。",
  },
  "07b-clearing-is-what-is-on-its-way": {
    name: "在途资金清楚可查",
    means: "我们与 Stripe 之间的在途金额，正好是已请求而尚未确认的部分。",
  },
  "08-slots-are-funded": {
    name: "每个名额都已付款",
    means: "招募中被接受的创作者人数，绝不超过已付款的名额。",
  },
  "09a-every-transition-was-announced": {
    name: "每次变化都已通知",
    means: "合作的每一次变化都发出了相应的消息；没有发生的事，也没有发过消息。",
  },
  "09b-every-movement-was-handed-on": {
    name: "每笔款项都已交付执行",
    means: "每一笔已决定的付款，都交给了负责执行的任务。",
  },
  "09c-every-deadline-has-its-job": {
    name: "每个期限都有闹钟",
    means: "任何进行中的期限都不会被错过。",
  },
  "10-debts-are-true": {
    name: "欠款属实",
    means: "创作者需退回的金额，以及品牌在等待的金额，都与约定一致。",
  },
  "11-disputed-charges-are-frozen": {
    name: "有争议的付款保持不动",
    means: "银行裁定期间，这笔付款的钱一分不动；裁定之后，结果已入账。",
  },
  "12-closed-offers-keep-nothing": {
    name: "已关闭的招募不留余款",
    means: "招募关闭后，凡是没有合作需要的钱，都已退回当初付款的卡。",
  },
} satisfies Translated<typeof en>;
