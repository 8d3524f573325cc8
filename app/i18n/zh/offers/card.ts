/** 浏览招募与招募详情。 */
import type en from "../../en/offers/card";
import type { Translated } from "../../translated";

export default {
  per_post: "每条作品",
  slots_left_other: "剩 {{count}} 个名额",
  full: "名额已满",
  verified_brand: "已认证品牌",
} satisfies Translated<typeof en>;
