/**
 * Brings a database to the newest schema. Drizzle's migrator takes no lock of its own: three processes that start together
 * would all apply the same files, so the work is done under an advisory lock, on the one connection that holds it.
 */
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type { Sql } from "postgres";
import { createDb } from "./open";

/** Any fixed number; it only has to be the same for everyone who migrates. */
const MIGRATION_LOCK = 704_119_337;

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/** The database holds the schema of another version: of 0.1, which is not migrated, or of a newer one. */
export class UnreadableDatabaseError extends Error {
  constructor() {
    super(
      "This database was written by another version of Postbond (0.1, or a newer one) that this version cannot read. Nothing was changed.\n" +
        "To begin anew, set DATABASE_URL to an empty database. To keep using the old data, run the version that wrote it.",
    );
    this.name = "UnreadableDatabaseError";
  }
}

/**
 * Applies what is missing to the database at `url`, each file in the one transaction of the run; a second call does nothing.
 *
 * @throws UnreadableDatabaseError when the database has a migration that is not ours
 * @throws the database's error; nothing of the run is then applied
 */
export async function migrateDatabase(url: string): Promise<void> {
  const { sql, db } = createDb(url, { max: 1, timeouts: false });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await assertOurs(sql);
    await migrate(db, { migrationsFolder });
  } finally {
    // Ending the session gives the lock back.
    await sql.end({ timeout: 5 });
  }
}

/** Drizzle compares only dates: on a foreign schema it would apply our first migration over whatever is there. */
async function assertOurs(sql: Sql): Promise<void> {
  const [log] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!log?.name) return;
  const applied = await sql<Array<{ hash: string }>>`select hash from drizzle.__drizzle_migrations`;
  const ours = new Set(readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash));
  if (applied.some(({ hash }) => !ours.has(hash))) throw new UnreadableDatabaseError();
}
