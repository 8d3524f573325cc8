/** Fills a new database with the demo market, once. */
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createDb } from "@/db/open";
import { users } from "@/db/schema/account";
import { isHalfDone } from "@/demo/half-done";
import { type ChildOptions, startChild, TYPESCRIPT } from "./child";
import { type Progress, StartError } from "./progress";

/** Exports `seedDemo()`; fills an empty database through the app's own commands. */
const DEMO_FILE = fileURLToPath(new URL("../../demo/seed-demo.ts", import.meta.url));
/** Exports `DEMO_SIGN_INS`, and nothing that needs a database. */
const SIGN_INS_FILE = fileURLToPath(new URL("../../demo/sign-ins.ts", import.meta.url));

export type SignIn = { role: string; email: string; password: string };

/**
 * Loads the demo market when nobody has an account yet, and answers with its sign-ins.
 *
 * @throws StartError when loading fails (it has said why); the next start tries again
 */
export async function loadDemo(
  env: Record<string, string | undefined>,
  progress: Progress,
  output: ChildOptions["output"],
): Promise<readonly SignIn[]> {
  if (!existsSync(DEMO_FILE)) return [];
  if (await isNew(env.DATABASE_URL as string))
    await progress("Loading the demo market (only at the first start)", async () => {
      const child = startChild({
        file: fileURLToPath(new URL("./demo-child.ts", import.meta.url)),
        env: { ...env, LOG_LEVEL: "warn" },
        node_options: TYPESCRIPT,
        output,
      });
      const end = await child.ended;
      if (end !== 0) throw new StartError(`Loading the demo market failed (${end}); see above.`);
    });
  const { DEMO_SIGN_INS } = (await import(pathToFileURL(SIGN_INS_FILE).href)) as { DEMO_SIGN_INS: SignIn[] };
  return DEMO_SIGN_INS;
}

async function isNew(url: string): Promise<boolean> {
  const { sql, db } = createDb(url, { max: 1 });
  try {
    if (await isHalfDone(db)) return true; // interrupted: begun anew
    return (await db.select({ id: users.id }).from(users).limit(1)).length === 0;
  } finally {
    await sql.end();
  }
}
