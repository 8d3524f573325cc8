/** 品牌自己的页面。 */
import type en from "../../en/brand/overview";
import type { Translated } from "../../translated";

export default {
  title: "总览",
  hello: "您好，{{brand}}",
  nothing: "目前没有待办事项，有新情况时我们会发邮件给您。",
  waiting: "等您处理",
  first_title: "发布第一个招募",
  first: "写明要展示什么、付多少酬金。款项一次付清，只有核验通过的作品才会付款。",
  offers: "您的招募",
  money: "款项",
  all_money: "全部付款",
} satisfies Translated<typeof en>;
