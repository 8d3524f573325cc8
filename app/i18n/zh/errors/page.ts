/** 被拒绝时的说明：哪里不对，接下来怎么办。 */
import type en from "../../en/errors/page";
import type { Translated } from "../../translated";

export default {
  forbidden: { title: "无法访问此页面", body: "您已登录，但该页面属于其他账户。" },
  not_found: {
    title: "页面不存在",
    body: "页面可能已移动，或您没有访问权限。为保护隐私，我们不作区分。",
  },
  changed: { title: "状态已变更", body: "其他人已先操作，或期限已到。请刷新页面查看最新状态。" },
  too_many: { title: "请稍等片刻", body: "短时间内请求过多，请稍后再试。" },
  broken: {
    title: "系统出错了",
    body: "这是我们的问题，与您无关。您刚才的操作要么全部生效，要么完全未生效，不会只做一半。",
  },
  other: { title: "操作未成功", body: "我们未能完成您的请求，请返回重试。" },
  refused: {
    forbidden: "您没有此操作的权限。如有需要，请联系账户所有者。",
    wrong_role: "此页面适用于另一类账户，请用对应账户登录。",
    brand_role_too_low: "您的角色没有此操作权限，品牌所有者可以调整您的角色。",
    form_unreadable: "无法读取您提交的表单。请返回并刷新页面后重试。",
  },
  request_id: "请求编号 {{id}}",
  request_hint: "联系我们时请提供此编号。",
  home: "返回首页",
  back: "返回",
  offers: "浏览开放的招募",
  sign_in: "换个账户登录",
  again: "重试",
} satisfies Translated<typeof en>;
