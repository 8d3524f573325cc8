import type en from "../../en/creator/payouts";
import type { Translated } from "../../translated";

export default {
  title: "收入与收款",
  lead: "作品通过后，酬金自动打款到您的 Stripe 账户。",
  account: "收款账户",
  condition: {
    not_begun: {
      title: "还没有收款账户",
      text: "由 Stripe 向您打款并核实身份，约需五分钟，请备好身份证件和银行账户信息。",
    },
    in_progress: { title: "就差一步", text: "您在 Stripe 的设置尚未完成，可继续填写。" },
    pending: {
      title: "Stripe 正在审核您的资料",
      text: "通常只需几分钟，很少超过一天。您无需操作，完成后自动打款。",
    },
    restricted: {
      title: "Stripe 需要您补充资料",
      text: "酬金已为您托管，补充资料后自动打款。",
    },
    country_unsupported: {
      title: "Stripe 不支持该国家或地区的证件",
      text: "请改用 Stripe 支持的国家或地区的证件，例如居留许可。如没有，请联系我们。酬金已为您托管。",
    },
    disabled: {
      title: "Stripe 正在复核，账户已暂停",
      text: "如需资料，Stripe 会联系您，进展见 Stripe 账户。酬金已为您托管，恢复后自动打款。",
    },
    transfers_inactive: {
      title: "您的账户暂时无法收款",
      text: "Stripe 尚未开通转账，待办事项见 Stripe 账户。酬金已为您托管，开通后自动打款。",
    },
    rejected: {
      title: "Stripe 已关闭您的账户",
      text: "无法再向该账户打款，原因请咨询 Stripe 客服。也请联系我们：酬金已为您托管，我们会另寻打款方式。",
    },
    disconnected: {
      title: "您的 Stripe 账户已断开连接",
      text: "无法再向该账户打款。设置新账户后自动打款。",
    },
    payout_failed: {
      title: "银行退回了一笔提现",
      text: "款项已回到您的 Stripe 账户。请在 Stripe 更新银行账户，下次提现会自动发出。",
    },
    payouts_paused: {
      title: "提现到银行已暂停",
      text: "酬金会打到您的 Stripe 账户并留存，所缺资料见 Stripe 账户。",
    },
    active: { title: "收款已设置", text: "作品通过后自动打款。" },
  },
  begin: "设置收款",
  resume: "前往 Stripe 继续",
  mend: "前往 Stripe 处理",
  look: "前往 Stripe 查看",
  bank: "更新银行账户",
  replace: "设置新账户",
  write: "联系 Stripe 客服",
  wants: "Stripe 还需要：",
  stripe_says: "Stripe 的说明：“{{reason}}”",
  bank_says: "银行的说明：“{{reason}}”",
  dashboard: "打开我的 Stripe 账户",
  expired: "Stripe 链接已过期，请再次点击按钮获取新链接。",
  refresh_failed: "Stripe 没有响应，以下信息可能不是最新，请一分钟后刷新。",
  earnings: "收入",
  empty_title: "还没有收入",
  empty: "首个作品通过后，这里会显示每笔酬金及状态。",
  head: { offer: "招募", status: "状态", date: "日期", amount: "金额" },
  blocked: "等待您的收款账户",
  blocked_charge_disputed: "等待银行裁定",
  blocked_look_needed: "等待确认作品仍公开",
  blocked_charge_lost: "已被银行收回",
  debts: "您的欠款",
  debts_lead: "因作品提前下架或欺诈产生，将从您之后的收入中扣除，您无需操作。",
  debts_head: { offer: "招募", reason: "原因", owed: "欠款", recovered: "已追回" },
  debts_reason: { post_removed: "作品下架", fraud: "欺诈" },
  want: {
    identity: "身份证明",
    person: "您的姓名和出生日期",
    address: "您的住址",
    contact: "您的邮箱或电话",
    tax: "您的税号",
    bank: "收款银行账户",
    business: "您的业务内容",
    terms: "同意 Stripe 的条款",
    other: "其他资料",
  },
} satisfies Translated<typeof en>;
