/** Sends the confirmation again. Anybody may ask for any address, so the answer is the same for all. */
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/account";
import { emit } from "../outbox/emit";
import { plainEmail } from "./email";

export async function requestConfirmation(tx: Tx, input: { email: string }): Promise<void> {
  const [user] = await tx
    .select({ id: users.id, verified_at: users.email_verified_at })
    .from(users)
    .where(sql`lower(${users.email}) = ${plainEmail(input.email)}`);
  if (!user) return;
  const template = user.verified_at ? "already_registered" : "confirm_email";
  await emit(tx, "email/requested", { template, user_id: user.id, params: {} });
}
