import type en from "../../en/creator/payouts";
import type { Translated } from "../../translated";

export default {
  title: "收入与收款",
  lead: "作品一通过，酬金就会自动打到您自己的 Stripe 账户。",
  account: "收款账户",
  condition: {
    not_begun: {
      title: "还没有收款账户",
      text: "Stripe 负责打款，并会核实您的身份：大约五分钟，请准备好身份证件和银行账户信息。",
    },
    in_progress: { title: "就差一点了", text: "您在 Stripe 的设置还没有完成，可以接着填写。" },
    pending: {
      title: "Stripe 正在审核您的资料",
      text: "通常几分钟，很少超过一天。您无需操作，等待中的酬金之后会自动打出。",
    },
    restricted: {
      title: "Stripe 还需要您补充资料",
      text: "在此之前，酬金会为您保留；补齐后自动打出。",
    },
    country_unsupported: {
      title: "Stripe 不支持该国家或地区的证件",
      text: "请改用 Stripe 支持的国家或地区的证件，例如居留许可。如果没有，请联系我们。酬金会为您保留。",
    },
    disabled: {
      title: "Stripe 正在复核，账户暂停使用",
      text: "复核由 Stripe 进行，如需资料会联系您，进展可在 Stripe 页面查看。酬金会为您保留，恢复后自动打出。",
    },
    transfers_inactive: {
      title: "您的账户还不能收款",
      text: "Stripe 还没有开通转账，需要做什么请看 Stripe 页面。酬金会为您保留，开通后自动打出。",
    },
    rejected: {
      title: "Stripe 已关闭您的账户",
      text: "无法再向它打款，原因只有 Stripe 能说明。请联系 Stripe 客服，也请联系我们：酬金会为您保留，我们会想办法付款。",
    },
    disconnected: {
      title: "您的 Stripe 账户已断开连接",
      text: "无法再向它打款。设置一个新账户后，等待中的酬金会自动打到新账户。",
    },
    payout_failed: {
      title: "银行退回了一笔提现",
      text: "这笔钱在您的 Stripe 账户里。请在 Stripe 填写可用的银行账户，下一次提现会自动发出。",
    },
    payouts_paused: {
      title: "提现到银行已暂停",
      text: "酬金已到您的 Stripe 账户，并保留在那里。缺少什么请看 Stripe 页面。",
    },
    active: { title: "收款已设置好", text: "通过的酬金会自动打出。" },
  },
  begin: "设置收款",
  resume: "回到 Stripe 继续",
  mend: "到 Stripe 补充",
  look: "到 Stripe 查看",
  bank: "更新银行账户",
  replace: "设置新账户",
  write: "联系 Stripe 客服",
  wants: "Stripe 还需要：",
  stripe_says: "Stripe 的说明：“{{reason}}”",
  bank_says: "银行的说明：“{{reason}}”",
  dashboard: "打开我的 Stripe 页面",
  expired: "那个 Stripe 链接已过期。再点一次按钮即可获得新链接。",
  refresh_failed: "Stripe 没有回应。下面是我们最后知道的情况，请一分钟后刷新。",
  earnings: "收入",
  empty_title: "还没有收入",
  empty: "第一个作品通过后，这里会列出每笔酬金以及它在哪里。",
  head: { offer: "合作", status: "状态", date: "日期", amount: "金额" },
  blocked: "这笔酬金在等待您的收款账户",
  blocked_charge_disputed: "这笔款项在等待银行裁定",
  blocked_charge_lost: "这笔款项已被银行收回",
  debts: "您应退还的款项",
  debts_lead: "因作品过早撤下或欺诈而产生。会从您之后的收入中扣除，您无需操作。",
  debts_head: { offer: "招募", reason: "原因", owed: "应退还", recovered: "已收回" },
  debts_reason: { post_removed: "作品已被撤下", fraud: "欺诈" },
  want: {
    identity: "身份证明",
    person: "您的姓名和出生日期",
    address: "您的住址",
    contact: "您的邮箱或电话",
    tax: "您的税号",
    bank: "收款的银行账户",
    business: "您的业务内容",
    terms: "同意 Stripe 的条款",
    other: "其他资料",
  },
} satisfies Translated<typeof en>;
