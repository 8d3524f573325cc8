/** Every email Postbond sends, by name. */
import type { NotificationName, NotificationProps } from "@/app/domain/notifications/notifications";
import type { Template } from "./template";
import { ACCOUNT_TEMPLATES } from "./templates/account";
import { NOTICE_TEMPLATES } from "./templates/notices";
import { REMINDER_TEMPLATES } from "./templates/reminders";
import {
  TRANSITION_TEMPLATES,
  type TransitionParams,
  type TransitionTemplate,
} from "./templates/transitions";

/** What each email is asked for with. */
export type EmailParams = { [N in NotificationName]: NotificationProps<N> } & Record<
  TransitionTemplate,
  TransitionParams
>;
export type TemplateName = keyof EmailParams;
type Catalog = { [N in TemplateName]: Template<EmailParams[N]> };

export const CATALOG = {
  ...ACCOUNT_TEMPLATES,
  ...REMINDER_TEMPLATES,
  ...NOTICE_TEMPLATES,
  ...TRANSITION_TEMPLATES,
} satisfies Catalog;

export function templateOf<N extends TemplateName>(name: N): Template<EmailParams[N]> {
  const catalog: Catalog = CATALOG;
  return catalog[name];
}
