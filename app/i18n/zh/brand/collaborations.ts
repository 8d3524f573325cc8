/** 品牌自己的页面。 */
import type en from "../../en/brand/collaborations";
import type { Translated } from "../../translated";

export default {
  title: "合作",
  tabs: { open: "进行中", yours: "等您处理", ended: "已结束" },
  empty_title: "暂无合作",
  empty: "创作者接受名额后，合作就开始了。",
  head: { offer: "招募", creator: "创作者", state: "状态", due: "下一个期限", fee: "酬金" },
} satisfies Translated<typeof en>;
