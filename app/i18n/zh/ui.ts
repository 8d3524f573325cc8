/** 组件自带的文字。 */
import type en from "../en/ui";
import type { Translated } from "../translated";

export default {
  form: {
    problems_other: "有 {{count}} 处需要修改",
    sending: "请稍候…",
    choose: "请选择…",
    choose_file: "选择图片",
    choose_files: "选择图片",
    files_chosen_other: "已选择 {{count}} 张图片",
    drop_hint: "JPEG、PNG 或 WebP，每张不超过 5 MB",
    characters_left: "还可输入 {{count}} 字",
  },
  pagination: { label: "分页", older: "更早", newer: "更新", next: "下一页", previous: "回到第一页" },
  deadline: { left: "{{when}}", over: "{{when}}已到期", due: "{{when}}到期" },
  money_flow: {
    label: "资金在哪里",
    brand: "品牌方",
    budget: "招募预算",
    held: "已托管",
    creator: "达人",
    here: "资金目前在这里",
    returned: "已退回",
    released: "已放款",
    frozen: "已冻结",
  },
  steps: { label: "步骤", done: "已完成", now: "当前", step: "第 {{n}} 步，共 {{count}} 步" },
  timeline: { label: "经过与后续", now: "现在", until: "截止", ahead: "接下来" },
  rating: { label: "{{value}} 分（满分 {{max}}）" },
  verified: "已认证",
  funded: "资金已到位",
  funded_hint: "所有空缺名额的资金均已到位，由 Stripe 保管。",
  photos: { label: "图片", show: "第 {{n}} 张，共 {{count}} 张", enlarge: "放大图片" },
  table: { empty: "暂无内容" },
  close: "关闭",
  dismiss: "知道了",
  loading: "加载中",
} satisfies Translated<typeof en>;
