/** 合作规则的通俗说明。 */
import type en from "../en/policy";
import type { Translated } from "../translated";

export default {
  title: "本次合作的规则",
  lead: "双方接受协议时即写入协议，之后任何人都不能更改。",
  term: {
    application_window_days: "品牌回应申请的期限",
    invitation_window_days: "创作者回应邀请的期限",
    offer_window_hours: "名额为创作者保留",
    ship_window_business_days: "样品寄出的期限",
    ship_grace_days: "逾期后再过多久创作者可以取消",
    order_window_hours: "创作者下单购买样品的期限",
    transit_domestic_days: "国内包裹最长时间",
    transit_cross_border_days: "跨境包裹最长时间",
    content_window_days: "样品送达后提交作品的期限",
    content_extension_days: "唯一一次延期的时长",
    overdue_window_hours: "逾期后仍可提交的时间",
    cure_window_hours: "改正未通过项目的时间",
    review_window_days: "品牌审核期限，逾期未回应即通过",
    revisions: "最多修改轮数",
    changes_window_days: "每轮修改的时间",
    appeal_window_hours: "对驳回提出异议的时间",
    statement_window_hours: "争议中举证的时间",
    first_hold_days: "任一方首次合作时，通过后酬金的等待期",
    monitoring_days: "作品至少保持在线",
    holdback_bps: "作品保持在线之前暂扣的酬金比例",
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
