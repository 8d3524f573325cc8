/** Every letter Postbond writes, by the name an event calls it. */
import { ACCOUNT_LETTERS } from "./letters/account";
import type { LetterKind } from "./letters/kind";
import { MOVE_LETTERS, type MoveTemplate } from "./letters/moves";
import { NOTICE_LETTERS } from "./letters/notices";
import { REMINDER_LETTERS } from "./letters/reminders";

export type { MoveTemplate };

export const CATALOG = { ...ACCOUNT_LETTERS, ...MOVE_LETTERS, ...REMINDER_LETTERS, ...NOTICE_LETTERS };

export type Template = keyof typeof CATALOG;

/** The letter `name` stands for. @throws when there is none: whoever asked for it has misspelt it */
export function letterOf(name: string): LetterKind {
  if (!Object.hasOwn(CATALOG, name)) throw new Error(`There is no letter called ${name}`);
  return CATALOG[name as Template] as LetterKind;
}
