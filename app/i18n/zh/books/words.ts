/** 账本用语：账户类别、记账种类、资金往来以及等待的原因。键名即账本内部名称。 */
import type en from "../../en/books/words";
import type { Translated } from "../../translated";

export default {
  account: {
    stripe_platform: "Stripe 余额（可用与待结算）",
    stripe_clearing: "已请求 Stripe，尚未确认",
    stripe_disputed: "银行裁定期间被扣",
    platform_fees: "平台服务费收入",
    platform_stripe_fees: "Stripe 手续费",
    platform_losses: "平台承担的损失",
    budget: "招募预算",
    held: "为合作托管",
    payable: "应付达人",
    owed: "应向达人追回",
    clawback: "为品牌方追回",
    available: "品牌余额",
  },
  class: {
    platform: "Postbond 与 Stripe",
    budget: "招募预算",
    held: "为合作托管",
    payable: "应付达人",
    owed: "应向达人追回",
    clawback: "为品牌方追回",
    available: "品牌余额",
  },
  nature: { asset: "资产", liability: "负债", revenue: "收入", expense: "支出" },
  kind: {
    capture: "银行卡付款入账",
    hold: "为合作托管",
    void: "退回预算",
    release: "核验通过后放款",
    split: "双方分配",
    transfer_pending: "请求 Stripe 转账",
    transfer_settled: "转账已结清",
    transfer_failed: "转账失败",
    refund_pending: "请求 Stripe 退款",
    refund_settled: "退款已结清",
    refund_failed: "退款失败",
    holdback_released: "尾款已放款",
    holdback_returned: "尾款已退回预算",
    release_reversed: "撤回放款",
    clawback: "酬金须退回",
    recovered: "从达人收入中追回",
    reversal_pending: "请求 Stripe 撤回转账",
    reversal_settled: "转账已撤回",
    reversal_failed: "无法撤回转账",
    dispute_moved: "拒付争议：Stripe 余额变动",
    dispute_lost: "拒付争议败诉",
  },
  movement: { transfer: "打款给达人", refund: "退回银行卡", reversal: "撤回转账" },
  status: { pending: "处理中", blocked: "受阻", settled: "已结清", failed: "失败" },
  reason: {
    account_missing: {
      why: "达人还没有收款账户。",
      next: "已向达人发送设置链接。账户就绪后自动转账，无需操作。",
    },
    account_restricted: {
      why: "该达人的 Stripe 账户暂时无法收款。",
      next: "已告知达人所需资料。账户恢复正常后自动转账。",
    },
    charge_disputed: {
      why: "来源付款正由银行裁定拒付争议。",
      next: "裁定前这笔付款冻结。请在截止前向 Stripe 提交证据，胜诉后自动继续。",
    },
    refund_waits: {
      why: "Stripe 已受理退款，正在等待资金结算。",
      next: "完成后 Stripe 会通知，我们也会定期查询。超过一周请查看 Stripe 余额。",
    },
    look_needed: {
      why: "打款曾须等待，一天内无人看到作品。",
      next: "我们会查看作品，确认后自动打款。",
    },
    reversed: {
      why: "打款前已撤回。",
      next: "放款已在同一笔记账中撤回，无需操作。",
    },
    charge_lost: {
      why: "打款前，来源付款因拒付争议败诉而被收回。",
      next: "放款已在同一笔记账中撤回，无需操作。",
    },
    expired_or_canceled_card: {
      why: "银行卡已过期或已注销。",
      next: "资金已记入品牌余额，请与品牌方商定其他退款方式。",
    },
    lost_or_stolen_card: {
      why: "银行卡已挂失。",
      next: "资金已记入品牌余额，请与品牌方商定其他退款方式。",
    },
    charge_already_refunded: {
      why: "Stripe 表示这笔付款已退过款。",
      next: "请查看这笔付款：可能有人手动退款。若属实，对账会生成异常。",
    },
    balance_insufficient: {
      why: "达人的 Stripe 余额不足。",
      next: "欠款保留，从之后的收入中追回。",
    },
    other: {
      why: "Stripe 没有接受：{{code}}。",
      next: "账目已恢复到请求前。资金去向请查看这笔付款。",
    },
    trying: {
      why: "已请求，Stripe 尚未确认。",
      next: "系统以同一幂等键重试，直到 Stripe 答复。无需操作。",
    },
  },
  place: {
    budget: "招募预算",
    held: "为合作托管",
    payable: "应付达人",
    in_transit: "在途",
    recovered: "已追回、尚未退还",
    available: "品牌余额",
    card: "银行卡",
    creators: "达人",
    fees: "平台服务费",
    losses: "平台承担",
    bank: "银行",
    other_charge: "另一笔付款",
  },
} satisfies Translated<typeof en>;
