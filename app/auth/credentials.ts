/** Checks an e-mail and a password. Every wrong pair gets the same answer in the same time. */

import { eq, sql } from "drizzle-orm";
import { plainEmail } from "@/app/domain/account/email";
import type { UserRole } from "@/app/domain/account/vocabulary";
import type { UserId } from "@/app/lib/ids";
import { Refusal } from "@/app/lib/refusal";
import { db } from "@/db/client";
import { users } from "@/db/schema/account";
import { verifyPassword } from "./password";
import { attempt } from "./rate-limits";

export type Credentials = { email: string; password: string; address: string };

/**
 * The user whom the pair belongs to.
 *
 * @throws Refusal 422 `wrong_credentials` · 429 `too_many_attempts`
 */
export async function checkCredentials({
  email,
  password,
  address,
}: Credentials): Promise<{ id: UserId; role: UserRole }> {
  const account = plainEmail(email);
  const counted = await attempt("sign_in", { address, account });
  const [user] = await db
    .select({ id: users.id, role: users.role, password_hash: users.password_hash })
    .from(users)
    .where(sql`lower(${users.email}) = ${account}`);
  const right = await verifyPassword(user?.password_hash ?? null, password);
  if (!right || !user) throw new Refusal("wrong_credentials");
  await counted.forgive();
  return { id: user.id, role: user.role };
}

/**
 * Asks somebody who is signed in for their password again.
 *
 * @returns the stored hash it fits, for a change that must not overwrite another one
 * @throws Refusal 422 `wrong_password` · 429 `too_many_attempts`
 */
export async function checkPresentPassword(
  user_id: UserId,
  password: string,
  address: string,
): Promise<string> {
  const counted = await attempt("password", { address, account: user_id });
  const [user] = await db.select({ hash: users.password_hash }).from(users).where(eq(users.id, user_id));
  const right = await verifyPassword(user?.hash ?? null, password);
  if (!right || !user) throw new Refusal("wrong_password");
  await counted.forgive();
  return user.hash;
}
