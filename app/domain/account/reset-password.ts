/** Sets a new password by a link from an e-mail. Whoever was signed in anywhere is signed out: the old password may be known. */

import { eq } from "drizzle-orm";
import type { UserId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { sessions, users } from "@/db/schema/account";
import { emit } from "../outbox/emit";
import { markConfirmed } from "./confirm-email";
import { spendEmailToken } from "./email-token";

/** @throws Refusal `link_invalid` · `link_used` · `link_expired` */
export async function resetPassword(
  tx: Tx,
  input: { token: string; password_hash: string },
): Promise<{ user_id: UserId }> {
  const { user_id } = await spendEmailToken(tx, "reset_password", input.token);
  await tx.update(users).set({ password_hash: input.password_hash }).where(eq(users.id, user_id));
  // The link came by e-mail, so the address is proven too.
  await markConfirmed(tx, user_id);
  await tx.delete(sessions).where(eq(sessions.user_id, user_id));
  await emit(tx, "email/requested", { template: "password_changed", user_id, params: {} });
  return { user_id };
}
