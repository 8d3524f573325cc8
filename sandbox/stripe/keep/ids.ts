/** Ids that look like Stripe's: a prefix that says what the thing is, and letters that say nothing. */
import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LENGTHS: Record<string, number> = { acct: 16, cus: 14, req: 14, cs_test: 58 };

export type NewId = (prefix: string) => string;

/** `ch` → `ch_` and 24 random letters and digits (other lengths where Stripe's differ). */
export const randomId: NewId = (prefix) => {
  let id = `${prefix}_`;
  for (const byte of randomBytes(LENGTHS[prefix] ?? 24)) id += ALPHABET[byte % ALPHABET.length];
  return id;
};
