/** 品牌自己的页面。 */
import type en from "../../en/brand/collaborations";
import type { Translated } from "../../translated";

export default {
  title: "合作",
  tabs: { open: "进行中", yours: "待您处理", ended: "已结束" },
  empty_title: "暂无合作",
  empty: "达人接受协议后，合作即开始。",
  head: { offer: "招募", creator: "达人", state: "状态", due: "下一期限", fee: "酬金" },
} satisfies Translated<typeof en>;
