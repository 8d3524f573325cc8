/**
 * Brings a database to the newest schema. Drizzle's migrator takes no lock of its own: three processes that start together
 * would all apply the same files, so the work is done under an advisory lock, on the one connection that holds it.
 */
import { fileURLToPath } from "node:url";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { createDb } from "./open";

/** Any fixed number; it only has to be the same for everyone who migrates. */
const MIGRATION_LOCK = 704_119_337;

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Applies what is missing to the database at `url`, each file in the one transaction of the run; a second call does nothing.
 *
 * @throws the database's error; nothing of the run is then applied
 */
export async function migrateDatabase(url: string): Promise<void> {
  const { sql, db } = createDb(url, { max: 1, timeouts: false });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(db, { migrationsFolder });
  } finally {
    // Ending the session gives the lock back.
    await sql.end({ timeout: 5 });
  }
}
