/** 账本必须始终成立的规则，用所有人都能看懂的话来说。 */
import type en from "../../en/books/rules";
import type { Translated } from "../../translated";

export default {
  "01-entries-sum-to-zero": {
    name: "每一笔记账都平衡",
    means: "一处减少多少，另一处就增加多少，一分不多、一分不少。",
  },
  "02-balances-equal-entries": {
    name: "余额等于明细之和",
    means: "每个账户的余额都等于其全部历史明细之和。",
  },
  "03-held-never-below-zero": {
    name: "任何人的资金都不会为负",
    means: "托管他人资金的账户不会透支。",
  },
  "04a-every-charge-is-accounted-for": {
    name: "每笔付款都有据可查",
    means: "每一分付款，要么已打款给达人，要么已退款，要么成为平台收入，要么被银行拒付，要么仍在托管。",
  },
  "04b-charge-counters-are-true": {
    name: "每笔付款的计数正确",
    means: "已占用、已退款、被银行扣回的金额，与账上记录一致。",
  },
  "04c-totals-balance": {
    name: "整本账平衡",
    means: "按每个币种，资产与支出之和等于负债与收入之和。",
  },
  "05a-paid-only-once": {
    name: "不会重复付款",
    means: "每次合作最多付款一次，不超过酬金与样品费用之和。",
  },
  "05b-paid-only-when-verified": {
    name: "未经核验不放款",
    means: "仅在作品通过核验，或我们作出裁定后放款。",
  },
  "06-held-matches-state": {
    name: "托管金额与合作进度相符",
    means: "进行中的合作全额托管；已结束的合作托管为零。",
  },
  "07a-movements-have-their-stripe-object": {
    name: "每笔资金在 Stripe 都有对应记录",
    means: "每笔已完成的款项都注明 Stripe 上对应的付款、转账或退款。",
  },
  "07b-clearing-is-what-is-on-its-way": {
    name: "在途资金清楚可查",
    means: "我们与 Stripe 之间的在途金额，等于已请求而未确认的部分。",
  },
  "08-slots-are-funded": {
    name: "每个名额都已付款",
    means: "招募接受的达人数不超过已付款的名额。",
  },
  "09a-every-transition-was-announced": {
    name: "每次变更都已发布",
    means: "合作的每次变更都有对应事件，未发生的变更没有事件。",
  },
  "09b-every-movement-was-handed-on": {
    name: "每笔款项都已交付执行",
    means: "每笔已批准的款项都已交给执行任务。",
  },
  "09c-every-deadline-has-its-job": {
    name: "每个期限都有定时器",
    means: "进行中的期限不会错过。",
  },
  "10-debts-are-true": {
    name: "欠款正确",
    means: "达人欠款与品牌方应收金额均与协议一致。",
  },
  "11-disputed-charges-are-frozen": {
    name: "拒付争议中的付款已冻结",
    means: "银行裁定期间，这笔付款不动；裁定后结果入账。",
  },
  "12-closed-offers-keep-nothing": {
    name: "已关闭的招募不留余款",
    means: "招募关闭后，未用于合作的资金均已原路退款。",
  },
  "13-money-leaves-through-the-gate": {
    name: "每笔打款都有依据",
    means:
      "每次向达人打款时：作品已通过核验或由我们裁定、一天内有人看到作品、等待期已结束、付款无争议、账户可以收款。",
  },
} satisfies Translated<typeof en>;
