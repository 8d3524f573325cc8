/** The market that a size stands for: so many live offers, and nothing of the size before. */
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { seedBulk } from "@/tests/factories/bulk-offers";

export async function fillMarket(offers: number): Promise<void> {
  await transact(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`delete from offers where id like 'offer_bulk%'`);
    await tx.execute(
      sql`delete from brand_members where user_id in (select id from users where email like 'bulk-%')`,
    );
    await tx.execute(sql`delete from users where email like 'bulk-%'`);
    await seedBulk(tx, offers);
  });
  // The rows of the size before are gone for good, and the planner knows the new ones.
  await db.execute(sql`vacuum analyze offers`);
}
