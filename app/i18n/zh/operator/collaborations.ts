/** 运营人员的工作台。 */
import type en from "../../en/operator/collaborations";
import type { Translated } from "../../translated";

export default {
  title: "合作",
  tabs: { open: "进行中", ended: "已结束", all: "全部" },
  empty: "暂无内容。",
  head: { offer: "招募", brand: "品牌", creator: "创作者", state: "状态", due: "下一个期限", fee: "酬金" },
} satisfies Translated<typeof en>;
