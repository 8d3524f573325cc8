/** 关于个人账户的来信。 */

import type en from "../../en/emails/account";
import type { Translated } from "../../translated";

export default {
  confirm_email: {
    subject: "请确认您的 Postbond 邮箱",
    heading: "欢迎您，{{recipient}}",
    lead: "还差一步：请告诉我们这个邮箱是您的。确认后即可为招募注资或申请招募。",
    next: "链接在 {{hours}} 小时内有效。",
    action: "确认邮箱",
    why: "您收到这封信，是因为有人用这个邮箱注册了 Postbond。如果不是您本人，请忽略：未经确认不会发生任何事。",
  },
  already_registered: {
    subject: "您已经有 Postbond 账户",
    heading: "您已经是我们的用户",
    lead: "有人（很可能是您自己）用这个邮箱再次注册。您已有账户，因此我们没有另开一个。",
    next: "请照常登录。如果忘记了密码，可以在登录页面重新设置。",
    action: "登录",
    why: "您收到这封信，是因为有人用这个邮箱注册 Postbond。如果不是您本人，您无需操作：没有人因此得知您有账户。",
  },
  reset_password: {
    subject: "重新设置 Postbond 密码",
    heading: "设置新密码",
    lead: "您申请重新设置密码。设置后，其他设备上的登录都会退出。",
    next: "链接只能使用一次，在 {{hours}} 小时内有效。",
    action: "设置新密码",
    why: "您收到这封信，是因为有人用这个邮箱申请重设密码。如果不是您本人，请忽略：您的密码不会改变。",
  },
  password_changed: {
    subject: "您的 Postbond 密码已更改",
    heading: "您的密码已更改",
    lead: "您账户的密码刚刚被更改，其他设备均已退出登录。",
    next: "如果是您本人操作，无需理会。如果不是，请立即设置新密码，其他人随即无法登录。",
    action: "不是我本人操作",
    why: "您收到这封信，是因为它关系到您的账户安全。",
  },
} satisfies Translated<typeof en>;
