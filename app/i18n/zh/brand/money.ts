/** 品牌自己的页面。 */
import type en from "../../en/brand/money";
import type { Translated } from "../../translated";

export default {
  title: "款项",
  lead: "您付过的每一笔款项，以及它现在的位置。",
  funded: "已付款",
  free: "尚未占用",
  held: "为合作保留",
  released: "已为合作付出（含服务费）",
  refunded: "已退回您的卡",
  own: "您在平台的余额：付款卡未能接收的退款",
  charged_back: "已被您的银行收回",
  payments: "付款记录",
  empty_title: "尚未付款",
  empty: "您的付款会显示在这里，每一分钱的去向都清清楚楚。",
  head: {
    offer: "招募",
    paid: "付款时间",
    amount: "金额",
    claimed: "已占用",
    refunded: "已退回",
    status: "状态",
  },
} satisfies Translated<typeof en>;
