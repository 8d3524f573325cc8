/** Letters about a person's own account. */

import { z } from "zod";
import { LINK_HOURS } from "@/app/domain/account/email-token";
import type { EmailTokenKind } from "@/app/domain/account/vocabulary";
import type { LetterContent } from "../letter";
import type { Words } from "../words";
import { letterKind } from "./kind";

const props = z.object({ recipient_name: z.string(), action_url: z.url() });
type Props = z.infer<typeof props>;

type Name = "confirm_email" | "already_registered" | "reset_password" | "password_changed";

function write(name: Name, { t }: Words, { recipient_name, action_url }: Props): LetterContent {
  const hours = name === "confirm_email" || name === "reset_password" ? LINK_HOURS[name] : 0;
  return {
    subject: t(`account.${name}.subject`),
    recipient: recipient_name,
    heading: t(`account.${name}.heading`, { recipient: recipient_name }),
    lead: t(`account.${name}.lead`),
    facts: [],
    quotes: [],
    next: t(`account.${name}.next`, { hours }),
    money: null,
    action: { label: t(`account.${name}.action`), url: action_url },
    why: t(`account.${name}.why`),
  };
}

const kind = (name: Name, token?: EmailTokenKind) =>
  letterKind({ props, token, write: (words, given: Props) => write(name, words, given) });

export const ACCOUNT_LETTERS = {
  confirm_email: kind("confirm_email", "confirm_email"),
  already_registered: kind("already_registered"),
  reset_password: kind("reset_password", "reset_password"),
  password_changed: kind("password_changed"),
};
