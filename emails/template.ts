/** What an email template is: what it says, and where its button leads. */

import type { EmailTokenKind } from "@/app/domain/account/vocabulary";
import type { CollaborationId } from "@/app/lib/ids";
import type { EmailContent, ReaderProps } from "./content";
import type { CollaborationProps } from "./templates/collaboration";
import type { Words } from "./words";

/** `P` is what the domain passes. A notification about a collaboration is written from the collaboration as it is when it is written. */
export type EmailProps<P> = ReaderProps &
  (P extends Nothing ? unknown : P extends { collaboration_id: CollaborationId } ? CollaborationProps : P);

type Nothing = Record<string, never>;

export type Template<P> = {
  write: (words: Words, props: EmailProps<P>) => EmailContent;
  /** The address that the button opens. */
  link: (props: EmailProps<P>) => string;
  /** The link carries a one-time token of this kind, issued when the email is written. */
  token?: EmailTokenKind;
} & (P extends { collaboration_id: CollaborationId } ? { about: "collaboration" } : { about?: undefined });
