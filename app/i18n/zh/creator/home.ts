import type en from "../../en/creator/home";
import type { Translated } from "../../translated";

export default {
  title: "概览",
  hello: "您好，{{name}}",
  lead: "需要您处理的排在最前面，其余会自动进行。",
  next: "接下来要做的事",
  nothing: "目前没有需要您处理的事。",
  running: "进行中的合作",
  no_work_title: "还没有进行中的合作",
  no_work: "每个开放的合作都已经把钱付进来了。找一个适合您频道的吧。",
  browse: "寻找合作",
  all_work: "我的全部合作",
  money: "我的款项",
  open_money: "收入与收款",
  held: "为您暂存",
  held_note: "品牌已付，作品通过后归您",
  approved: "已通过",
  approved_note: "正在打到您的账户",
  paid: "已打款",
  paid_note: "到目前为止的全部酬金",
  record: "我的信用",
  suspended: "您的账号已被暂停。进行中的合作照常继续，暂时不能申请新的合作。",
  blacklisted: "您的账号不能再接新的合作。",
  why: "查看原因",
} satisfies Translated<typeof en>;
