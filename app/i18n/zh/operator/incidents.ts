/** 运营人员的页面。 */
import type en from "../../en/operator/incidents";
import type { Translated } from "../../translated";

export default {
  kinds: {
    payment_not_booked: "Stripe 已收款，账上未入账",
    checkout_not_closed: "Stripe 上的付款页已结束，账上仍未关闭",
    movement_not_settled: "Stripe 已完成，账上未结清",
    refund_failed_there: "Stripe 退款失败，账上却已结清",
    dispute_unknown: "账上没有的拒付争议",
    dispute_differs: "拒付争议与 Stripe 状态不一致",
    account_stale: "收款账户在 Stripe 已变更",
    charge_unknown: "Stripe 有收款，账上没有对应付款",
    refund_unknown: "Stripe 有退款，账上没有对应记录",
    transfer_unknown: "Stripe 有转账，账上没有对应记录",
    reversal_unknown: "Stripe 撤回了转账，账上没有对应记录",
    booking_unknown: "Stripe 余额变动，账上没有记录",
    charge_twice: "同一笔付款收了两次",
    movement_twice: "同一笔资金在 Stripe 有两个对象：付了两次",
    amount_differs: "Stripe 上的金额不同",
    currency_differs: "Stripe 上的币种不同",
    destination_differs: "Stripe 转到了另一个账户",
    charge_differs: "Stripe 上关联的是另一笔收款",
    fee_differs: "Stripe 收取的手续费与账上不同",
    status_differs: "Stripe 上的状态与账上不同",
    metadata_mismatch: "元数据与账上记录不符",
    absent_at_stripe: "账上已结清，Stripe 上不存在",
    failed_here_alive_there: "账上已失败，Stripe 上仍有效",
    checkout_missing: "Stripe 上不存在的付款页",
    account_missing: "Stripe 上不存在的收款账户",
    balance_differs: "Stripe 余额与账上不符",
    held_too_long: "托管超过 75 天",
    channel_twice: "同一频道以两个名称通过验证",
    post_twice: "同一作品被付款两次",
    refund_waits: "Stripe 未执行的退款",
    invariant_broken: "账本校验未通过",
  },
} satisfies Translated<typeof en>;
