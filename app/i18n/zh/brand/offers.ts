/** 品牌自己的页面。 */
import type en from "../../en/brand/offers";
import type { Translated } from "../../translated";

export default {
  title: "招募",
  create: "新建招募",
  empty_title: "还没有招募",
  empty: "一个招募包括作品要求、样品和酬金，大约五分钟即可完成。",
  slots: "名额 {{taken}}/{{slots}}",
  waiting_applied_other: "{{count}} 份申请",
  waiting_ship_other: "{{count}} 份样品待寄",
  waiting_review_other: "{{count}} 条作品待审核",
  unfinished: "草稿",
  untitled: "未命名的招募",
  still_missing: "待完成：{{steps}}",
  status: { unpaid: "待付款", funded: "已付款", live: "招募中", paused: "已暂停", closed: "已关闭" },
  head: { offer: "招募", status: "状态", fee: "酬金", slots: "名额", waiting: "待处理" },
} satisfies Translated<typeof en>;
