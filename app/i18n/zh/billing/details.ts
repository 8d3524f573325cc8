/** 账单与对账单：单据上的文字，以及查看它们的页面。“发票”在中国指税务发票，这里一律称账单。 */
import type en from "../../en/billing/details";
import type { Translated } from "../../translated";

export default {
  title: "账单信息",
  lead: "显示在账单和对账单上，已出具的单据不变。",
  legal_name: "公司注册名称",
  legal_name_hint: "留空则使用品牌名称。",
  address: "地址",
  tax_id: "税号（统一社会信用代码）",
  save: "保存",
} satisfies Translated<typeof en>;
