import type en from "../../en/creator/channels";
import type { Translated } from "../../translated";

export default {
  title: "您的频道",
  lead: "品牌方更信任已验证的频道。每个频道只需用专属验证码验证一次。",
  empty_title: "还没有频道",
  empty: "添加您发布作品的频道，验证后即可申请合作。",
  add: "添加频道",
  platform: "平台",
  handle: "账号或链接",
  handle_hint: "@账号，或频道主页链接",
  followers: "粉丝数",
  followers_hint: "验证后，如平台提供粉丝数，将以平台数据为准。",
  engagement: "互动率（%）",
  engagement_hint: "日常作品的点赞和评论数占粉丝数的比例。",
  verified: "已验证",
  unverified: "未验证",
  renamed: "曾用名 {{former}}",
  lost: {
    badge: "验证已失效",
    taken_over: {
      what: "{{handle}} 现在是另一个频道",
      next: "{{platform}} 上使用该名称的已不是您验证过的频道，暂时无法用它申请。如果您改了名，请在下方添加新名称；如果这个频道属于您，请重新验证。",
    },
    gone: {
      what: "{{platform}} 上没有名为 {{handle}} 的频道",
      next: "我们在不同日期查了两次都没有找到，暂时无法用它申请。如果您改了名，请在下方添加新名称；如果频道已恢复，请重新验证。",
    },
    same_channel: {
      what: "该频道此前已在另一处验证",
      next: "一个频道只计一次。如果另一处也是您添加的，请用那一处申请，并移除这里；如果是他人添加的，而频道属于您，请联系我们。",
    },
  },
  open: "打开频道",
  verify: "如何验证",
  code: "您的验证码",
  copied: "已复制",
  step_copy: "复制下方验证码。",
  step_back: "保存后等一分钟，返回这里点击“立即检查”。验证后可删除验证码。",
  step: {
    youtube: "打开 YouTube 工作室 › 自定义 › 个人资料，粘贴到频道说明中。",
    tiktok: "打开 TikTok 主页 › 编辑资料，粘贴到个人简介中。",
    instagram: "打开 Instagram 主页 › 编辑主页，粘贴到个人简介中。",
    amazon: "打开亚马逊店面 › 编辑资料，粘贴到简介中。",
  },
  check: "立即检查",
  remove: "移除",
  remove_question: "移除这个频道？",
  remove_consequence: "其他内容不变。之后可重新添加并验证。",
  added: "频道已添加，请验证归属。",
  checked: "频道已验证，可以用它申请合作了。",
  removed: "频道已移除。",
} satisfies Translated<typeof en>;
