/** Opens an account. Whether the e-mail already has one is told to its owner by letter, and to nobody else. */

import { sql } from "drizzle-orm";
import type { UserRole } from "@/app/domain/account/vocabulary";
import { newId, type UserId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/account";
import { emit } from "../outbox/emit";
import { normaliseEmail, plainEmail } from "./email";

export type SignUp = {
  role: Exclude<UserRole, "operator">;
  name: string;
  email: string;
  /** Hashed before the transaction, for a taken e-mail too, so that both answers take the same time. */
  password_hash: string;
  locale: "en" | "zh";
};

/** @returns the new user's id, or null when the e-mail already has an account (its owner is written to) */
export async function signUp(tx: Tx, input: SignUp): Promise<{ user_id: UserId | null }> {
  const email = plainEmail(input.email);
  const [made] = await tx
    .insert(users)
    .values({ ...input, id: newId("user"), email, email_normalized: normaliseEmail(email) })
    // Two sign-ups at once: the unique index decides, and the second is told as if it had come later.
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (made) {
    await emit(tx, "email/requested", { template: "confirm_email", user_id: made.id, params: {} });
    return { user_id: made.id };
  }
  const [owner] = await tx.select({ id: users.id }).from(users).where(sql`lower(${users.email}) = ${email}`);
  if (owner) {
    await emit(tx, "email/requested", { template: "already_registered", user_id: owner.id, params: {} });
  }
  return { user_id: null };
}
