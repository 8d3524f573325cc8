/** Letters that remind somebody before a deadline. */
import type { LetterContent } from "../letter";
import type { Words } from "../words";
import { type CollaborationProps, collaborationProps, factRows, fillings } from "./collaboration";
import { letterKind } from "./kind";

type Name =
  | "follow_up_day_1"
  | "follow_up_day_7"
  | "follow_up_3_days_left"
  | "follow_up_1_day_left"
  | "review_reminder";

const props = collaborationProps.refine((given) => given.due_at !== null, {
  path: ["due_at"],
  error: "is missing",
});

function write(name: Name, words: Words, given: CollaborationProps): LetterContent {
  const { t } = words;
  const filled = fillings(words, given);
  return {
    subject: t(`reminders.${name}.subject`, filled),
    recipient: given.recipient_name,
    heading: t(`reminders.${name}.heading`, filled),
    lead: t(`reminders.${name}.lead`, filled),
    facts: factRows(words, given),
    quotes: [],
    next: t(`reminders.${name}.next`, filled),
    money: t(`money.held_${given.side}`, filled),
    action: { label: t(`reminders.${name}.action`), url: given.collaboration_url },
    why: t(`layout.why_${given.side}`),
  };
}

const kind = (name: Name) =>
  letterKind({ props, write: (words, given: CollaborationProps) => write(name, words, given) });

export const REMINDER_LETTERS = {
  follow_up_day_1: kind("follow_up_day_1"),
  follow_up_day_7: kind("follow_up_day_7"),
  follow_up_3_days_left: kind("follow_up_3_days_left"),
  follow_up_1_day_left: kind("follow_up_1_day_left"),
  review_reminder_day_3: kind("review_reminder"),
  review_reminder_day_5: kind("review_reminder"),
  review_reminder_day_6: kind("review_reminder"),
};
