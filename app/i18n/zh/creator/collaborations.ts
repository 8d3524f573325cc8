import type en from "../../en/creator/collaborations";
import type { Translated } from "../../translated";

export default {
  title: "我的合作",
  tabs: { yours: "待您处理", running: "进行中", ended: "已结束" },
  empty_title: "暂无内容",
  empty: {
    yours: "暂时无需操作。待办事项和截止时间会显示在这里。",
    running: "申请一个招募，从申请到打款都可以在这里跟进。",
    ended: "已完成或取消的合作会显示在这里。",
  },
} satisfies Translated<typeof en>;
