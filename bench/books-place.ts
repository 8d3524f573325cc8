/** A server of its own for books of any size: its data is gone afterwards. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { clusterFolder, serverAccount } from "@/db/embedded/account";
import { SUPERUSER } from "@/db/embedded/cluster";
import { startEmbedded } from "@/db/embedded/server";
import { migrateDatabase } from "@/db/migrate";

/** As a server of this size would be set for its work; nothing here needs to survive. */
const SETTINGS = {
  shared_buffers: "4GB",
  maintenance_work_mem: "1GB",
  max_wal_size: "16GB",
  checkpoint_timeout: "1h",
  wal_level: "minimal",
  max_wal_senders: "0",
};

/** `connect`: as the owner of the whole server, who may let triggers and indexes rest. */
export type BooksPlace = { url: string; connect: () => Sql; close: () => Promise<void> };

export async function openBooks(settings: Record<string, string> = SETTINGS): Promise<BooksPlace> {
  const home = mkdtempSync(join(tmpdir(), "postbond-books-"));
  chmodSync(home, 0o711); // a run as root hands PostgreSQL to `nobody`, who must get in
  const server = await startEmbedded({ home, durable: false, settings });
  const open: Sql[] = [];
  await migrateDatabase(server.url);
  return {
    url: server.url,
    connect: () => {
      const address = new URL(server.url);
      address.username = SUPERUSER;
      const sql = postgres(address.href, {
        max: 1,
        onnotice: () => {},
        connection: { statement_timeout: 0 },
      });
      open.push(sql);
      return sql;
    },
    close: async () => {
      for (const sql of open) await sql.end();
      server.stop();
      rmSync(clusterFolder(home, serverAccount()), { recursive: true, force: true });
      rmSync(home, { recursive: true, force: true });
    },
  };
}
