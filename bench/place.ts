/**
 * Where everything is measured: a durable PostgreSQL of its own, the sandbox as a process, the built app as a process, all on free loopback
 * ports and on data that is gone afterwards. This process works on the same database, as a second server would.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clusterFolder, serverAccount } from "@/db/embedded/account";
import { startEmbedded } from "@/db/embedded/server";
import type { AppProcess } from "@/tests/setup/app-process";

/**
 * The events that Stripe sends by itself here. `checkout.session.completed` is not among them: the bench sends that one, so that it
 * knows when its work began and when it was done.
 */
const SENT_BY_STRIPE = "account.updated,transfer.created";

export type Place = AppProcess & { database_url: string };

/** Autovacuum would choose its own moments; the benches analyse what they filled. */
const SETTINGS = { autovacuum: "off", shared_buffers: "256MB", max_wal_size: "2GB" };

/** Without limits of our own: what is measured is the work, not the wait for a turn. */
const UNLIMITED = { STRIPE_RATE_PER_ENDPOINT: "100000", STRIPE_RATE: "100000" };

/** @param start with what the app is started: one process of it, or several */
export async function openPlace<App extends AppProcess>(
  start: (database_url: string, env: Record<string, string>) => Promise<App>,
  env: Record<string, string> = {},
): Promise<App & Place> {
  const home = mkdtempSync(join(tmpdir(), "postbond-bench-"));
  const folder = clusterFolder(home, serverAccount());
  const server = await startEmbedded({ home, durable: true, settings: SETTINGS });
  const remove = () => {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  };
  try {
    process.env.DATABASE_URL = server.url;
    const app = await start(server.url, {
      LOG_LEVEL: "info", // as in service: writing its log is part of answering a request
      SANDBOX_STRIPE_EVENTS: SENT_BY_STRIPE,
      ...UNLIMITED,
      ...env,
    });
    const close = async () => {
      await (await import("@/db/client")).closeDb();
      await app.close();
      remove();
    };
    return { ...app, close, database_url: server.url };
  } catch (error) {
    remove();
    throw error;
  }
}
