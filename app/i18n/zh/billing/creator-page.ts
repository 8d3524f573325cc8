/** 账单与对账单：单据上的文字，以及查看它们的页面。“发票”在中国指税务发票，这里一律称账单。 */
import type en from "../../en/billing/creator-page";
import type { Translated } from "../../translated";

export default {
  title: "年度对账单",
  lead: "您的收入与打款记录，供留存。",
  none: "首次收到酬金后生成。",
} satisfies Translated<typeof en>;
