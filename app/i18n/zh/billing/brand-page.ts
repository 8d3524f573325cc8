/** 账单与对账单：单据上的文字，以及查看它们的页面。“发票”在中国指税务发票，这里一律称账单。 */
import type en from "../../en/billing/brand-page";
import type { Translated } from "../../translated";

export default {
  title: "对账单与账单",
  lead: "PDF 格式，提供中英文。每月账单在次月出具。",
  open: "对账单与账单",
  statements: "月度对账单",
  invoices: "账单与冲减单",
  no_invoices: "暂无账单。产生酬金的月份结束后出具首份账单。",
  none: "暂无单据",
  none_lead: "首次付款后生成。",
  whole_brand: "全部招募",
  running: "进行中",
  choose_offer: "招募",
  show: "查看",
  back: "资金",
  problem: "找不到该单据，请从下方列表选择。",
} satisfies Translated<typeof en>;
