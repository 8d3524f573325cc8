/** Changes the password of somebody who is signed in, and signs out everywhere else. */

import { and, eq, ne } from "drizzle-orm";
import type { UserId } from "@/app/lib/ids";
import { Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { sessions, users } from "@/db/schema/account";
import { emit } from "../outbox/emit";

export type PasswordChange = {
  /** The stored hash against which the present password was checked, before the transaction. */
  present_hash: string;
  new_hash: string;
  /** The session that asks, which goes on. */
  session_id: string;
};

/** @throws Refusal 409 `password_changed_meanwhile` when it was changed elsewhere since it was checked */
export async function changePassword(tx: Tx, user_id: UserId, input: PasswordChange): Promise<void> {
  const changed = await tx
    .update(users)
    .set({ password_hash: input.new_hash })
    .where(and(eq(users.id, user_id), eq(users.password_hash, input.present_hash)))
    .returning({ id: users.id });
  if (changed.length === 0) throw new Refusal("password_changed_meanwhile", { status: 409 });
  await tx.delete(sessions).where(and(eq(sessions.user_id, user_id), ne(sessions.id, input.session_id)));
  await emit(tx, "email/requested", { template: "password_changed", user_id, params: {} });
}
