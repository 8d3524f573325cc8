/** 运营人员的页面。 */
import type en from "../../en/operator/brands";
import type { Translated } from "../../translated";

export default {
  title: "品牌",
  lead: "认证标识表示品牌身份属实。",
  verified: "已认证",
  verify: "标为已认证",
  website: "网站",
} satisfies Translated<typeof en>;
