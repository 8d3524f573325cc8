/** 频道的粉丝数与互动率，并注明数据来源。 */
import type en from "../en/followers";
import type { Translated } from "../translated";

export default {
  count_other: "{{number}} 粉丝",
  verified: "{{when}}核实",
  verified_title: "平台于 {{when}} 提供",
  stated: "达人自填",
  stated_own: "由您填写",
  engagement: "互动率 {{percent}}",
} satisfies Translated<typeof en>;
