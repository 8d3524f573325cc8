/** Fills a new database with the demo market, once. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createDb } from "@/db/open";
import { users } from "@/db/schema/account";
import { startChild, TYPESCRIPT } from "./child";
import { type Progress, StartError } from "./progress";

const DEMO_FILE = fileURLToPath(new URL("../../db/seed/demo.ts", import.meta.url));

/** @throws StartError when loading fails (it has said why); the next start tries again */
export async function loadDemo(env: Record<string, string | undefined>, progress: Progress): Promise<void> {
  if (!existsSync(DEMO_FILE) || !(await isNew(env.DATABASE_URL as string))) return;
  await progress("Loading the demo market (only at the first start)", async () => {
    const child = startChild({
      file: fileURLToPath(new URL("./demo-child.ts", import.meta.url)),
      env,
      node_options: TYPESCRIPT,
      output: "inherit",
    });
    const end = await child.ended;
    if (end !== 0) throw new StartError(`Loading the demo market failed (${end}); see above.`);
  });
}

async function isNew(url: string): Promise<boolean> {
  const { sql, db } = createDb(url, { max: 1 });
  try {
    return (await db.select({ id: users.id }).from(users).limit(1)).length === 0;
  } finally {
    await sql.end();
  }
}
