/** 品牌自己的页面。 */
import type en from "../../en/brand/overview";
import type { Translated } from "../../translated";

export default {
  title: "总览",
  hello: "您好，{{brand}}",
  nothing: "暂无待办，有新情况会发邮件通知您。",
  waiting: "待您处理",
  first_title: "发布第一个招募",
  first: "写明要展示什么、酬金多少。一次付款，作品核验通过后才放款。",
  offers: "您的招募",
  money: "资金",
  all_money: "全部付款",
} satisfies Translated<typeof en>;
