import type en from "../../en/creator/home";
import type { Translated } from "../../translated";

export default {
  title: "概览",
  hello: "您好，{{name}}",
  lead: "待办事项优先显示，其余自动进行。",
  next: "待办事项",
  nothing: "暂时无需操作。",
  running: "进行中的合作",
  no_work_title: "还没有合作",
  no_work: "所有开放的招募都已付款托管。找一个适合您频道的吧。",
  browse: "浏览招募",
  all_work: "我的全部合作",
  money: "我的资金",
  open_money: "收入与收款",
  held: "为您托管",
  held_note: "品牌方已付款，作品通过后归您",
  approved: "已通过",
  approved_note: "正在打款到您的账户",
  paid: "已打款",
  paid_note: "累计收入",
  record: "我的信誉",
  suspended: "您的账户已停用。进行中的合作照常进行，暂时不能申请新合作。",
  blacklisted: "您的账户已列入黑名单，无法开始新合作。",
  why: "查看原因",
} satisfies Translated<typeof en>;
