/** The database whose books are meant: DATABASE_URL, or the embedded one, started for the time of the check when it is at rest. */
import { join } from "node:path";
import { startEmbedded } from "@/db/embedded/server";

export async function booksUrl(): Promise<{ url: string; close: () => Promise<void> }> {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, close: async () => {} };
  const server = await startEmbedded({ home: join(process.env.POSTBOND_DATA || ".data", "postgres") });
  return {
    url: server.url,
    close: async () => {
      if (!server.adopted) server.stop();
    },
  };
}
