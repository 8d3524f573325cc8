/** One email as the emulator stores it. */
export type Tag = { name: string; value: string };

/** What a sender may say about one message, checked and with every list made a list. */
export type Draft = {
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  reply_to: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  tags: Tag[];
};

export type Message = Draft & {
  id: string;
  message_id: string;
  /** ISO instant of the sandbox's clock. */
  created_at: string;
};

/** The bare address in `Name <address>` or `address`, in lower case. */
export function addressOf(mailbox: string): string {
  return (/<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox).trim().toLowerCase();
}

/** Everybody who gets a copy. */
export function recipientsOf(message: Draft): string[] {
  return [...message.to, ...message.cc, ...message.bcc];
}
