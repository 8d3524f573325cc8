/** 账单与对账单：单据上的文字，以及查看它们的页面。「发票」在中国指税务发票，这里一律称账单。 */
import type en from "../../en/billing/brand-page";
import type { Translated } from "../../translated";

export default {
  title: "对账单与账单",
  lead: "PDF 格式，提供中英文。每月账单在该月结束后出具。",
  open: "对账单与账单",
  statements: "每月对账单",
  invoices: "账单与冲减单",
  no_invoices: "暂无。有酬金支付的月份结束后，会出具第一份账单。",
  none: "暂无单据",
  none_lead: "第一笔付款之后就会有。",
  whole_brand: "全部招募",
  running: "进行中",
  choose_offer: "招募",
  show: "查看",
  back: "资金",
  problem: "没有这份单据，请从下方列表中选择。",
} satisfies Translated<typeof en>;
