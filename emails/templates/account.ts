/** Emails about a person's own account. */
import { LINK_HOURS } from "@/app/domain/account/email-token";
import type { EmailTokenKind } from "@/app/domain/account/vocabulary";
import { linkTo } from "../links";
import type { Template } from "../template";

type Name = "confirm_email" | "already_registered" | "reset_password" | "password_changed";
type AccountTemplate = Template<Record<string, never>>;

function account(name: Name, link: AccountTemplate["link"], token?: EmailTokenKind): AccountTemplate {
  return {
    link,
    token,
    write: ({ t }, { recipient_name }) => ({
      subject: t(`account.${name}.subject`),
      recipient: recipient_name,
      heading: t(`account.${name}.heading`, { recipient: recipient_name }),
      lead: t(`account.${name}.lead`),
      facts: [],
      quotes: [],
      next: t(`account.${name}.next`, { count: token ? LINK_HOURS[token] : 0 }),
      money: "",
      action: t(`account.${name}.action`),
      why: t(`account.${name}.why`),
    }),
  };
}

export const ACCOUNT_TEMPLATES = {
  confirm_email: account("confirm_email", ({ token }) => linkTo.confirmEmail(token), "confirm_email"),
  already_registered: account("already_registered", linkTo.signIn),
  reset_password: account("reset_password", ({ token }) => linkTo.resetPassword(token), "reset_password"),
  password_changed: account("password_changed", linkTo.forgottenPassword),
};
