/** Signs a person out of other devices. A session's id opens the account, so pages name it by its SHA-256 only. */
import { createHash } from "node:crypto";
import { and, eq, gt, ne, sql } from "drizzle-orm";
import { notFound } from "@/app/lib/refusal";
import type { Queryable, Tx } from "@/db/client";
import { sessions } from "@/db/schema/account";

export type OpenSession = {
  /** The public name of the session, hex. */
  name: string;
  user_agent: string;
  client_address: string;
  created_at: Date;
};

/** More than anybody has devices; the newest are shown. */
const LIST_LIMIT = 50;

/** The public name of a session. */
export function sessionName(session_id: string): string {
  return createHash("sha256").update(session_id).digest("hex");
}

/** Everywhere `user_id` is signed in, newest first. */
export async function openSessions(tx: Queryable, user_id: string): Promise<OpenSession[]> {
  const rows = await tx
    .select()
    .from(sessions)
    // Sessions live by the machine's clock (see app/auth/lucia.ts).
    .where(and(eq(sessions.user_id, user_id), gt(sessions.expires_at, sql`now()`)))
    .orderBy(sql`${sessions.expires_at} desc, ${sessions.created_at} desc`)
    .limit(LIST_LIMIT);
  return rows.map(({ id, user_agent, client_address, created_at }) => ({
    name: sessionName(id),
    user_agent,
    client_address,
    created_at,
  }));
}

/** @throws Refusal 404 when the person has no such session (it may just have ended) */
export async function endSessionNamed(tx: Tx, user_id: string, name: string): Promise<void> {
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
export async function endOtherSessions(tx: Tx, user_id: string, session_id: string): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.user_id, user_id), ne(sessions.id, session_id)));
}
