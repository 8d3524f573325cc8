/** 关于个人账户的邮件。 */
import type en from "../../en/emails/account";
import type { Translated } from "../../translated";

export default {
  confirm_email: {
    subject: "请验证您的邮箱",
    heading: "欢迎加入 Postbond，{{recipient}}",
    lead: "验证邮箱后，即可发布招募或申请合作。",
    next_other: "链接 {{count}} 小时内有效。",
    action: "验证邮箱",
    why: "您收到此邮件，是因为有人用这个邮箱注册了 Postbond。如非本人操作，请忽略：未经验证，账户无法使用。",
  },
  already_registered: {
    subject: "您已注册过 Postbond",
    heading: "您已有账户",
    lead: "有人（可能是您本人）用这个邮箱再次注册。您已有账户，我们没有重复创建。",
    next: "请直接登录。忘记密码？可在登录页重置。",
    action: "登录",
    why: "您收到此邮件，是因为有人用这个邮箱注册 Postbond。如非本人操作，请忽略：对方不会得知您已有账户。",
  },
  reset_password: {
    subject: "重置您的 Postbond 密码",
    heading: "重置密码",
    lead: "请为您的账户设置新密码。设置后，其他设备将全部退出登录。",
    next_other: "链接 {{count}} 小时内有效，仅可使用一次。",
    action: "重置密码",
    why: "您收到此邮件，是因为有人申请重置这个邮箱的密码。如非本人操作，请忽略：您的密码没有变动。",
  },
  password_changed: {
    subject: "您的 Postbond 密码已修改",
    heading: "密码已修改",
    lead: "您的账户密码刚刚修改，其他设备已全部退出登录。",
    next: "不是您本人操作？请立即重置密码，让其他人无法登录。",
    action: "重置密码",
    why: "您收到此邮件，是因为它关系到您的账户安全。",
  },
} satisfies Translated<typeof en>;
