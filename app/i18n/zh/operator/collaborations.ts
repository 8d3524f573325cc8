/** 运营人员的页面。 */
import type en from "../../en/operator/collaborations";
import type { Translated } from "../../translated";

export default {
  title: "合作",
  tabs: { open: "进行中", ended: "已结束", all: "全部" },
  empty: "暂无合作。",
  head: { offer: "招募", brand: "品牌", creator: "达人", state: "状态", due: "下一截止时间", fee: "酬金" },
} satisfies Translated<typeof en>;
