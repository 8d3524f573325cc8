import type en from "../../en/creator/collaborations";
import type { Translated } from "../../translated";

export default {
  title: "我的合作",
  tabs: { yours: "待您处理", running: "进行中", ended: "已结束" },
  empty_title: "这里还没有内容",
  empty: {
    yours: "没有需要您处理的事。有了会连同截止时间显示在这里。",
    running: "申请一个合作，从第一次回复到打款都可以在这里跟进。",
    ended: "完成或取消的合作会显示在这里。",
  },
} satisfies Translated<typeof en>;
