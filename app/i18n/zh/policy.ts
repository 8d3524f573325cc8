/** 合作规则的通俗说明。 */
import type en from "../en/policy";
import type { Translated } from "../translated";

export default {
  title: "本次合作的规则",
  lead: "双方接受后即写入协议，之后不再变更。",
  term: {
    application_window_days: "品牌方答复申请的期限",
    invitation_window_days: "达人答复邀请的期限",
    offer_window_hours: "名额保留时间",
    ship_window_business_days: "品牌方寄出样品的期限",
    ship_grace_days: "逾期未寄，再过多久达人可取消",
    order_window_hours: "达人购买样品的期限",
    transit_domestic_days: "国内物流最长时间",
    transit_cross_border_days: "跨境物流最长时间",
    content_window_days: "样品送达后提交作品的期限",
    content_extension_days: "延期时长（仅一次）",
    overdue_window_hours: "逾期后仍可提交的时间",
    cure_window_hours: "核验未通过的修改时间",
    review_window_days: "品牌方审核期限（逾期自动通过）",
    revisions: "最多修改轮数",
    changes_window_days: "每轮修改的时间",
    appeal_window_hours: "对驳回的申诉期限",
    statement_window_hours: "申诉中提交说明的期限",
    monitoring_days: "作品至少保留",
    holdback_bps: "作品保留期满后才放款的酬金比例",
  },
  unit: {
    days_other: "{{count}} 天",
    hours_other: "{{count}} 小时",
    business_days_other: "{{count}} 个工作日",
    times_other: "{{count}} 轮",
    none: "无",
  },
  limits: "{{min}} 至 {{max}} 之间",
} satisfies Translated<typeof en>;
