/**
 * The secret in a link that goes out by e-mail. It is issued when the email is written, so that it is kept nowhere but in
 * that email: the outbox and the job queue carry none, and the database keeps its SHA-256.
 */

import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { EmailTokenKind, UserRole } from "@/app/domain/account/vocabulary";
import { now } from "@/app/lib/clock";
import type { UserId } from "@/app/lib/ids";
import { Refusal } from "@/app/lib/refusal";
import type { Queryable, Tx } from "@/db/client";
import { email_tokens, users } from "@/db/schema/account";

/** How long a link works, in hours. */
export const LINK_HOURS: Readonly<Record<EmailTokenKind, number>> = { confirm_email: 72, reset_password: 1 };

/** A new token for one link: 32 random bytes, base64url. Earlier links stay good until they are used or expire. */
export async function issueEmailToken(
  tx: Tx,
  input: { user_id: UserId; kind: EmailTokenKind },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.insert(email_tokens).values({
    token_sha256: sha256(token),
    user_id: input.user_id,
    kind: input.kind,
    expires_at: new Date(now().getTime() + LINK_HOURS[input.kind] * 3_600_000),
  });
  return token;
}

export type LinkOwner = { user_id: UserId; email: string; role: UserRole; email_verified: boolean };

/**
 * Whose link this is, without using it up: for the page that the link opens (mail scanners open it too).
 *
 * @throws Refusal `link_invalid` · `link_used` · `link_expired`
 */
export async function readEmailToken(tx: Queryable, kind: EmailTokenKind, token: string): Promise<LinkOwner> {
  const [found] = await tx
    .select({
      user_id: users.id,
      email: users.email,
      role: users.role,
      verified_at: users.email_verified_at,
      used_at: email_tokens.used_at,
      expires_at: email_tokens.expires_at,
    })
    .from(email_tokens)
    .innerJoin(users, eq(users.id, email_tokens.user_id))
    .where(and(eq(email_tokens.token_sha256, sha256(token)), eq(email_tokens.kind, kind)));
  if (!found) throw new Refusal("link_invalid", { status: 404 });
  if (found.used_at) throw new Refusal("link_used", { status: 409 });
  if (found.expires_at <= now()) throw new Refusal("link_expired", { status: 409 });
  const { user_id, email, role } = found;
  return { user_id, email, role, email_verified: found.verified_at !== null };
}

/**
 * Uses the link up, with every other open link of its kind. Two clicks at once: the second finds it used.
 *
 * @throws Refusal as `readEmailToken`
 */
export async function spendEmailToken(tx: Tx, kind: EmailTokenKind, token: string): Promise<LinkOwner> {
  const owner = await readEmailToken(tx, kind, token);
  const at = now();
  const spent = await tx
    .update(email_tokens)
    .set({ used_at: at })
    .where(and(eq(email_tokens.token_sha256, sha256(token)), isNull(email_tokens.used_at)))
    .returning({ user_id: email_tokens.user_id });
  if (spent.length === 0) throw new Refusal("link_used", { status: 409 });
  await tx
    .update(email_tokens)
    .set({ used_at: at })
    .where(
      and(eq(email_tokens.user_id, owner.user_id), eq(email_tokens.kind, kind), isNull(email_tokens.used_at)),
    );
  return owner;
}

function sha256(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
