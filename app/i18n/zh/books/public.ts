/** 公开的账本页面：给每一位考虑把钱交给 Postbond 的人。 */
import type en from "../../en/books/public";
import type { Translated } from "../../translated";

export default {
  title: "公开的账本",
  lead: "Postbond 暂存的是他人的钱。这里写明账本必须遵守的规则、最近一次检查的时间，以及总共有多少钱。只有总额：没有任何人的姓名，也没有任何人的金额。",
  holds: "全部 {{count}} 条规则成立",
  broken_other: "目前有 {{count}} 条规则不成立",
  broken_lead: "运营人员已收到通知，正在查看。修复之前，本页会一直如实显示。",
  checked: "{{when}}检查了全部历史记账，共 {{records}} 条记录。",
  late: "最近一次检查已超过一天。检查本应每晚进行，需要运营人员查看。",
  never: "账本尚未检查",
  never_lead: "首次检查将在今晚进行。",
  stripe: "与 Stripe 核对",
  stripe_agrees: "{{when}}核对：Stripe 上的每一笔付款、转账和退款都与账本一致。",
  stripe_differs: "{{when}}核对时存在差异，运营人员正在查看。",
  stripe_never: "首次核对将在今晚进行。",
  totals: "总共有多少钱",
  totals_lead: "检查时的累计总额。每个币种，付进来的钱正好等于其余各行之和。",
  no_totals: "还没有人付款。",
  line: {
    funded: "品牌付款",
    paid_out: "付给创作者",
    refunded: "退回品牌银行卡",
    held: "暂存中，等待作品核验",
    earned: "平台服务费（仅限通过核验的作品）",
    charged_back: "被银行扣回",
    absorbed: "由平台承担",
  },
  adds_up: "分毫不差",
  off: "相差 {{amount}}",
  rules: "规则",
  rules_lead: "每条规则都是对整本账的一次查询，每晚运行。查询语句与本站一样，全部开源。",
  examined: "已检查 {{records}} 条",
  rule_broken: "不成立",
  rule_holds: "成立",
  how: "本页不能说明什么",
  how_body:
    "它说明账本与自身一致、与 Stripe 一致，但无法说明是否还缺少某条规则：所以规则写在这里，供所有人阅读。资金由 Stripe 保管，不在 Postbond 手中。",
  json: "同样内容的数据（JSON）",
  link: "公开的账本",
  home: "每一分钱的去向，每晚都按固定的规则检查。结果人人可见。",
} satisfies Translated<typeof en>;
