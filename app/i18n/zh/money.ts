import type en from "../en/money";
import type { Translated } from "../translated";

export default {
  movement: { transfer: "打款给达人", refund: "退款至银行卡", reversal: "撤回打款" },
  status: {
    pending: "处理中",
    settled: "已打款",
    blocked: "待处理",
    disputed: "等待银行裁定",
    look: "正在查看作品",
    failed: "失败",
  },
  reason: {
    account_missing: "您还没有收款账户。设置完成后会自动打款。",
    account_restricted: "Stripe 暂时无法向您的账户打款。补齐 Stripe 要求的资料后会自动打款。",
    charge_disputed: "持卡人的银行正在核查品牌方的付款。裁定之前资金不动，之后自动继续。",
    look_needed: "我们正在确认您的作品仍然公开，之后自动打款。",
    reversed: "打款前已撤回。",
    charge_lost: "打款之前，持卡人的银行已收回品牌方的付款。",
    other: "Stripe 没有接受这笔款项。我们会继续重试并查明原因。",
  },
} satisfies Translated<typeof en>;
