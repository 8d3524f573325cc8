/** Signs a person out of other devices. A session's id opens the account, so pages name it by its SHA-256 only. */

import { and, eq, ne, sql } from "drizzle-orm";
import type { UserId } from "@/app/lib/ids";
import { notFound } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { sessions } from "@/db/schema/account";

/** @throws Refusal 404 when the person has no such session (it may just have ended) */
export async function endSessionNamed(tx: Tx, user_id: UserId, name: string): Promise<void> {
  const ended = await tx
    .delete(sessions)
    .where(
      and(
        eq(sessions.user_id, user_id),
        sql`encode(sha256(convert_to(${sessions.id}, 'UTF8')), 'hex') = ${name}`,
      ),
    )
    .returning({ id: sessions.id });
  if (ended.length === 0) throw notFound("session");
}

/** Ends every session of the person but the one that asks. */
export async function endOtherSessions(tx: Tx, user_id: UserId, session_id: string): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.user_id, user_id), ne(sessions.id, session_id)));
}
