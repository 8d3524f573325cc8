/** Asks for a link to set a new password. Says nothing about whether the address has an account. */
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/account";
import { emit } from "../outbox/emit";
import { plainEmail } from "./email";

export async function requestPasswordReset(tx: Tx, input: { email: string }): Promise<void> {
  const [user] = await tx
    .select({ id: users.id })
    .from(users)
    .where(sql`lower(${users.email}) = ${plainEmail(input.email)}`);
  if (user) await emit(tx, "email/requested", { template: "reset_password", user_id: user.id, params: {} });
}
