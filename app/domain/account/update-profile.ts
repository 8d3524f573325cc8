/** Changes what a person may change about themselves: their name, and the language of pages and letters. */

import { eq } from "drizzle-orm";
import type { UserId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/account";

export async function updateProfile(
  tx: Tx,
  user_id: UserId,
  input: { name: string; locale: "en" | "zh" },
): Promise<void> {
  await tx.update(users).set({ name: input.name, locale: input.locale }).where(eq(users.id, user_id));
}
