/** 运营人员的工作台。 */
import type en from "../../en/operator/brands";
import type { Translated } from "../../translated";

export default {
  title: "品牌",
  lead: "认证标记表示品牌身份属实。",
  verified: "已认证",
  verify: "标为已认证",
  website: "网站",
} satisfies Translated<typeof en>;
