import type en from "../en/money";
import type { Translated } from "../translated";

export default {
  movement: { transfer: "付给创作者", refund: "退回银行卡", reversal: "收回款项" },
  status: {
    pending: "正在打款",
    settled: "已打款",
    blocked: "等待您处理",
    disputed: "等待银行裁定",
    failed: "失败",
  },
  reason: {
    account_missing: "还没有收款账户。完成设置后，款项会自动打出。",
    account_restricted: "Stripe 暂时不允许向您的账户打款。补齐它要求的资料后，款项会自动打出。",
    charge_disputed: "持卡人的银行正在核查品牌的付款，裁定之前资金不会移动；裁定后会自动继续。",
    charge_lost: "在这笔款项打出之前，持卡人的银行已将品牌的付款收回。",
    other: "Stripe 没有接受这笔打款。我们会继续重试并查明原因。",
  },
} satisfies Translated<typeof en>;
