/** Emails that remind somebody before a deadline. */

import en from "@/app/i18n/en/emails";
import type { CollaborationId } from "@/app/lib/ids";
import { linkTo } from "../links";
import type { Template } from "../template";
import { factRows, fillings, requireDue, sentences } from "./collaboration";

type Text = keyof typeof en.reminders;

/** `money`: whether what is held waits for an approval, or for a decision on who gets it. */
function reminder(
  text: Text,
  money: "held" | "frozen" = "held",
): Template<{ collaboration_id: CollaborationId }> {
  return {
    about: "collaboration",
    link: ({ collaboration_id }) => linkTo.collaboration(collaboration_id),
    write: (words, props) => {
      requireDue(en.reminders[text], text, props);
      const versions = [props.content_extended ? "extended" : "", props.sample_mode];
      return {
        ...sentences(words, `reminders.${text}`, props, versions),
        recipient: props.recipient_name,
        facts: factRows(words, props),
        quotes: [],
        money: words.t(`money.${money}_${props.side}`, fillings(words, props)),
        why: words.t(`layout.why_${props.side}`),
      };
    },
  };
}

export const REMINDER_TEMPLATES = {
  follow_up_day_1: reminder("follow_up_day_1"),
  follow_up_day_7: reminder("follow_up_day_7"),
  follow_up_3_days_left: reminder("follow_up_3_days_left"),
  follow_up_1_day_left: reminder("follow_up_1_day_left"),
  review_reminder_day_3: reminder("review_reminder"),
  review_reminder_day_5: reminder("review_reminder"),
  review_reminder_day_6: reminder("review_reminder"),
  appeal_reminder_first: reminder("appeal_reminder_first", "frozen"),
  appeal_reminder_last: reminder("appeal_reminder_last", "frozen"),
};
