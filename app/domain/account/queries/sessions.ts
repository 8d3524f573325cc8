/** Where somebody is signed in. */

import { createHash } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import type { UserId } from "@/app/lib/ids";
import { type Cursor, PAGE_SIZE, type Page, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";
import { sessions } from "@/db/schema/account";

export type OpenSession = {
  /** The public name of the session, hex. */
  name: string;
  user_agent: string;
  client_address: string;
  created_at: Date;
};

/** The public name of a session. */
export function sessionName(session_id: string): string {
  return createHash("sha256").update(session_id).digest("hex");
}

/** The same name in SQL. A cursor stands in an address, so it never holds the id itself: the id is the secret in the cookie. */
const NAME = sql<string>`encode(sha256(convert_to(${sessions.id}, 'UTF8')), 'hex')`;

/** Where `user_id` is signed in, used last first. */
export async function listSessions(
  tx: Queryable,
  user_id: UserId,
  after: Cursor | null = null,
  size = PAGE_SIZE,
): Promise<Page<OpenSession>> {
  const read = (max: number) =>
    tx
      .select({
        name: NAME,
        user_agent: sessions.user_agent,
        client_address: sessions.client_address,
        created_at: sessions.created_at,
        expires_at: sessions.expires_at,
      })
      .from(sessions)
      .where(
        and(
          eq(sessions.user_id, user_id),
          // Sessions live by the machine's clock (see app/auth/lucia.ts).
          gt(sessions.expires_at, sql`now()`),
          after
            ? sql`(${sessions.expires_at}, ${NAME}) < (${after.key}::timestamptz, ${after.id})`
            : undefined,
        ),
      )
      .orderBy(sql`${sessions.expires_at} desc, ${NAME} desc`)
      .limit(max);
  const { rows, next } = await pageOf(read, size, ({ expires_at, name }) => ({
    key: expires_at.toISOString(),
    id: name,
  }));
  return { rows: rows.map(({ expires_at: _machine, ...row }) => row), next };
}
