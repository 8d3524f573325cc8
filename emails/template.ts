/** What an email template is: what it says, and where its button leads. */
import type { EmailTokenKind } from "@/app/domain/account/vocabulary";
import type { Side } from "@/app/domain/collaboration/lifecycle";
import type { CollaborationProps } from "./templates/collaboration";
import type { Words } from "./words";

/** What every template knows of its reader. */
export type ReaderProps = {
  side: Side;
  recipient_name: string;
  /** The IANA zone in which the reader's dates are written. */
  time_zone: string;
  /** For a template that asks for one; empty otherwise. */
  token: string;
};

/** `P` is what the domain passes. A notification about a collaboration is written from the collaboration as it is when it is written. */
export type EmailProps<P> = ReaderProps &
  (P extends Nothing ? unknown : P extends { collaboration_id: string } ? CollaborationProps : P);

type Nothing = Record<string, never>;

export type Template<P> = {
  write: (words: Words, props: EmailProps<P>) => EmailContent;
  /** The address that the button opens. */
  link: (props: EmailProps<P>) => string;
  /** The link carries a one-time token of this kind, issued when the email is written. */
  token?: EmailTokenKind;
} & (P extends { collaboration_id: string } ? { about: "collaboration" } : { about?: undefined });

export type EmailContent = {
  subject: string;
  recipient: string;
  heading: string;
  lead: string;
  /** Label and value, in order. */
  facts: ReadonlyArray<readonly [label: string, value: string]>;
  /** What a person wrote, word for word. */
  quotes: ReadonlyArray<readonly [label: string, text: string]>;
  list?: { label: string; items: readonly string[] };
  /** Who does what until when; empty where nobody has to do anything. */
  next: string;
  /** Where the money is. */
  money: string;
  /** What the button says. */
  action: string;
  /** Why this person gets this email. */
  why: string;
};
