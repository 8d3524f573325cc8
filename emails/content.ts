/** What an email says, and what is known of whoever reads it. */
import type { Side } from "@/app/domain/collaboration/lifecycle";

/** What every template knows of its reader. */
export type ReaderProps = {
  side: Side;
  recipient_name: string;
  /** The IANA zone in which the reader's dates are written. */
  time_zone: string;
  /** For a template that asks for one; empty otherwise. */
  token: string;
};

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
