/** What a kind of letter is: the facts it needs, and how it is written from them. */

import type { z } from "zod";
import type { EmailTokenKind } from "@/app/domain/account/vocabulary";
import type { LetterContent } from "../letter";
import type { Words } from "../words";

export type LetterKind<P = unknown> = {
  /** Everything the letter says; checked before anything is written. */
  props: z.ZodType<P>;
  write: (words: Words, props: P) => LetterContent;
  /** The letter carries a link with a token of this kind, made when it is written. */
  token?: EmailTokenKind;
};

/** Fixes `P`, so that `write` is checked against `props`. */
export function letterKind<P>(kind: LetterKind<P>): LetterKind<P> {
  return kind;
}
