/** 关于资金与信誉的来信。 */

import type en from "../../en/emails/notices";
import type { Translated } from "../../translated";

export default {
  funding_received: {
    subject: "已到账：「{{offer}}」的 {{amount}}",
    heading: "您的招募资金已到位",
    lead: "我们已收到「{{offer}}」的 {{amount}}。这笔资金只用于这个招募：付给作品通过核验的创作者，或原路退回您的银行卡。",
    next: "只要招募在线，创作者就会看到「资金已到位」的标记并可以申请。",
    action: "打开招募",
  },
  funding_failed: {
    subject: "「{{offer}}」的付款未成功",
    heading: "没有扣款",
    lead: "「{{offer}}」的付款未成功。招募仍是草稿，其他人看不到。",
    next: "请用同一张或另一张卡重试。",
    action: "重试",
  },
  offer_closed_refund_sent: {
    subject: "退款：「{{offer}}」的 {{amount}}",
    heading: "您的资金正在退回",
    lead: "「{{offer}}」已关闭。未被名额占用的 {{amount}} 已全部原路退回付款卡。",
    next: "银行通常需要 5 到 10 个工作日显示退款。",
    action: "查看招募",
  },
  refund_failed: {
    subject: "您的 {{amount}} 退款被银行退回",
    heading: "银行没有接受退款",
    lead: "我们尝试把 {{amount}} 退回付款卡，但被银行拒绝，可能是卡已过期。",
    next: "资金没有丢失：它在您品牌的 Postbond 余额里。您可以用于其他招募，或写信给我们商定其他退回方式。",
    action: "查看余额",
  },
  transfer_blocked: {
    subject: "您的 {{amount}} 还差您这一步",
    heading: "暂时无法向您付款",
    lead: "「{{offer}}」的 {{amount}} 属于您，也一直属于您，但 Stripe 目前不允许我们转入您的账户。",
    next: "请打开收款设置，完成 Stripe 的要求，之后款项会自动转出。",
    action: "处理收款账户",
    why_account_missing: "您还没有设置收款账户。",
    why_account_restricted: "在您的账户可以收款之前，Stripe 还需要您补充资料。",
    why_other: "Stripe 没有接受这笔转账。",
  },
  strike_received: {
    subject: "您有一次违规记录：{{kind}}",
    heading: "您被记了一次违规",
    lead: "{{kind}}。这会给您记 {{count}}，有效期 180 天。",
    next: "累计 3 分，账户暂停 30 天；累计 6 分或一年内两次失联，列入黑名单。如果记录有误，请在 14 天内申诉，申诉期间该分数冻结。",
    action: "查看我的记录",
    points_other: "{{count}} 分",
  },
  suspended: {
    subject: "您的账户暂停至 {{until}}",
    heading: "账户暂停 30 天",
    lead: "您的记录已达到暂停账户的分数。在 {{until}} 之前，您不能开始新的合作。",
    next: "进行中的合作照常继续。如果您认为有误，请在 14 天内申诉。",
    action: "查看记录并申诉",
  },
  blacklisted: {
    subject: "您的账户已列入黑名单",
    heading: "您不能在这里开始新的合作",
    lead: "您的账户已列入黑名单：累计 6 分或以上，或十二个月内两次收货后失联。",
    next: "进行中的合作照常继续，您应得的款项照常支付。您可以申诉：每份申诉都由我们的工作人员阅读并说明理由。",
    action: "查看原因并申诉",
  },
  standing_appeal_decided: {
    subject_lifted: "您的申诉成功",
    subject_kept: "您的申诉未获支持",
    heading_lifted: "您的信誉已恢复正常",
    heading_kept: "决定维持不变",
    lead_lifted: "我们的工作人员阅读了您的申诉，撤销了对您账户的决定。",
    lead_kept: "我们的工作人员阅读了您的申诉，对您账户的决定维持不变。",
    next_lifted: "您可以立即开始新的合作。",
    next_kept: "每次违规的分数在 180 天后失效。",
    action: "查看我的记录",
  },
  strikes: {
    ghosted: "样品送达后没有发布作品",
    returned_after_reimbursement: "报销后退货",
    taken_down_early: "作品提前下架",
    very_late: "作品逾期超过 72 小时",
    disclosure_not_cured: "未补上广告标识",
    rejection_overturned: "驳回被推翻",
    off_platform_payment: "要求在 Postbond 之外付款",
    did_not_ship: "没有寄出样品",
    silent_approvals: "三次因未答复而自动通过",
  },
} satisfies Translated<typeof en>;
