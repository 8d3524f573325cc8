/** Passwords as they are kept: argon2id, never in a transaction (it takes tens of milliseconds), never in a log. */
import { type Algorithm, hash, verify } from "@node-rs/argon2";

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. */
const OPTIONS = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), OPTIONS);
}

let nobodys: Promise<string> | undefined;

/**
 * Whether `password` belongs to `stored`. Without a stored hash (no such account) the same work is done against a hash that
 * nothing fits, so that the time of an answer does not tell which e-mails have an account.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword(crypto.randomUUID());
  const matches = await verify(stored ?? (await nobodys), password.normalize("NFKC"));
  return matches && stored !== null;
}
