/** Confirms that an e-mail belongs to whoever signed up with it. */

import { and, eq, isNull } from "drizzle-orm";
import type { UserRole } from "@/app/domain/account/vocabulary";
import { now } from "@/app/lib/clock";
import type { UserId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/account";
import { spendEmailToken } from "./email-token";

/** @throws Refusal `link_invalid` · `link_used` · `link_expired` */
export async function confirmEmail(
  tx: Tx,
  input: { token: string },
): Promise<{ user_id: UserId; role: UserRole }> {
  const { user_id, role } = await spendEmailToken(tx, "confirm_email", input.token);
  await markConfirmed(tx, user_id);
  return { user_id, role };
}

/** The first proof of the address stays on record; later ones change nothing. */
export async function markConfirmed(tx: Tx, user_id: UserId): Promise<void> {
  await tx
    .update(users)
    .set({ email_verified_at: now() })
    .where(and(eq(users.id, user_id), isNull(users.email_verified_at)));
}
