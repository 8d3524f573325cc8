/** 浏览招募与招募详情。 */
import type en from "../../en/offers/browse";
import type { Translated } from "../../translated";

export default {
  title: "开放招募",
  lead: "每个招募的资金都已到位。作品核验通过后，标注的酬金全额归您。",
  filters: "筛选",
  text: "产品或关键词",
  channel: "平台",
  category: "类别",
  country: "销售地区",
  sample_mode: "样品方式",
  fee: "最低酬金",
  currency: "币种",
  sort: "排序",
  any: "不限",
  newest: "最新发布",
  by_fee: "酬金从高到低",
  active_other: "{{count}} 项筛选",
  empty_title: "没有符合条件的招募",
  empty: "减少筛选条件，或查看全部招募。",
  empty_all_title: "目前没有开放的招募",
  empty_all: "资金一到位，招募就会出现在这里。请明天再来，或自己发布一个。",
  show_all: "查看全部招募",
} satisfies Translated<typeof en>;
