/** 公开的账本页面：给每一位考虑把钱交给 Postbond 的人。 */
import type en from "../../en/books/public";
import type { Translated } from "../../translated";

export default {
  title: "公开的账本",
  lead: "Postbond 为他人托管资金。这里公开账本须遵守的规则、最近检查时间和资金总额。只有总额，没有姓名和个人金额。",
  holds: "全部 {{count}} 条规则成立",
  broken_other: "目前有 {{count}} 条规则不成立",
  broken_lead: "我们已收到告警，修复之前本页会如实显示。",
  checked: "{{when}}检查了全部历史记录，共 {{records}} 条。",
  late: "最近一次检查已超过一天。检查本应每晚进行，需要我们处理。",
  never: "账本尚未检查",
  never_lead: "首次检查今晚进行。",
  stripe: "与 Stripe 核对",
  stripe_agrees: "{{when}}核对：Stripe 上的每笔付款、转账和退款都与账本一致。",
  stripe_differs: "{{when}}核对发现差异，我们正在处理。",
  stripe_never: "首次核对今晚进行。",
  totals: "资金总额",
  totals_lead: "检查时的累计总额。每个币种的品牌付款等于其余各项之和。",
  no_totals: "暂无付款。",
  line: {
    funded: "品牌付款",
    paid_out: "打款给达人",
    refunded: "退回品牌银行卡",
    held: "托管中，待作品通过核验",
    earned: "平台服务费（仅限通过核验的作品）",
    charged_back: "被银行扣回",
    absorbed: "由平台承担",
  },
  adds_up: "分毫不差",
  off: "相差 {{amount}}",
  rules: "规则",
  rules_lead: "每条规则都是一次全账查询，每晚运行。查询语句与本站一样全部开源。",
  examined: "已检查 {{records}} 条",
  rule_broken: "不成立",
  rule_holds: "成立",
  how: "本页的局限",
  how_body:
    "本页说明账本自洽且与 Stripe 一致，但无法说明是否缺少规则，因此我们公开全部规则。资金由 Stripe 保管，不在 Postbond 手中。",
  json: "JSON 数据",
  link: "公开的账本",
  home: "每晚按固定规则检查每一分钱的去向，结果公开可查。",
} satisfies Translated<typeof en>;
