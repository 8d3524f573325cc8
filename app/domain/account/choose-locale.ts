/** Keeps the language somebody chose, for pages and emails. */

import { eq } from "drizzle-orm";
import type { Locale } from "@/app/i18n/locales";
import type { UserId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/account";

export async function chooseLocale(tx: Tx, user_id: UserId, locale: Locale): Promise<void> {
  await tx.update(users).set({ locale }).where(eq(users.id, user_id));
}
