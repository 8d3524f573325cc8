/** 品牌自己的页面。 */
import type en from "../../en/brand/money";
import type { Translated } from "../../translated";

export default {
  title: "资金",
  lead: "您付过的每一笔款项，以及资金现在在哪里。",
  funded: "已付款",
  free: "尚未占用",
  held: "合作中托管",
  released: "已为合作放款（含服务费）",
  refunded: "已退回付款卡",
  own: "您在 Postbond 的余额：付款卡未能接收的退款",
  charged_back: "已被银行收回",
  payments: "付款记录",
  empty_title: "暂无付款",
  empty: "您的付款会显示在这里，每一分钱的去向都清清楚楚。",
  head: {
    offer: "招募",
    paid: "付款时间",
    amount: "金额",
    claimed: "已占用",
    refunded: "已退款",
    status: "状态",
  },
} satisfies Translated<typeof en>;
