/** 被拒绝时的说明：哪里不对，接下来怎么办。 */
import type en from "../../en/errors/page";
import type { Translated } from "../../translated";

export default {
  forbidden: { title: "这里不对您开放", body: "您已登录，但这个页面属于其他人。" },
  not_found: {
    title: "这个地址没有内容",
    body: "页面可能已移动，或者不对您开放。从外面看，两者一样，这是有意为之。",
  },
  changed: { title: "情况已有变化", body: "有人先一步操作，或期限已到。" },
  too_many: { title: "请稍等片刻", body: "短时间内来自这里的请求过多。" },
  broken: {
    title: "我们这边出了问题",
    body: "这是我们的错，与您无关。不会留下只做了一半的操作：您刚才的步骤要么全部生效，要么完全没有生效。",
  },
  other: { title: "操作没有成功", body: "无法回应您的请求。" },
  refused: {
    forbidden: "您没有权限进行此操作。如有需要，请联系账户的所有者。",
    wrong_role: "这个页面属于另一类账户。请用对应的账户登录。",
    brand_role_too_low: "您在该品牌中的角色不能进行此操作。品牌所有者可以调整您的角色。",
    form_unreadable: "我们无法读取这份表单。请返回、刷新页面后重试。",
  },
  request_id: "请求编号 {{id}}",
  request_hint: "联系我们时请附上此编号。",
  home: "回到首页",
  back: "返回",
  offers: "浏览开放的招募",
  sign_in: "换一个账户登录",
  again: "重试",
} satisfies Translated<typeof en>;
