/** The app as a process: the server with its settings, up to the first good answer of its health page. */
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Child, type ChildOptions, startChild, TYPESCRIPT } from "./child";
import { StartError } from "./progress";

/** A development server compiles first; some machines are many times slower than others. */
const PATIENCE_MS = 180_000;

/** "built" runs what `npm run build` made; "dev" serves the sources and reloads what changes. */
export type AppKind = "built" | "dev";

export const SERVER_FILE = fileURLToPath(new URL("../../build/server/index.js", import.meta.url));
const DEV_FILE = fileURLToPath(new URL("./dev-server.ts", import.meta.url));

const KINDS: Record<AppKind, Pick<ChildOptions, "file" | "node_options"> & { node_env: string }> = {
  built: { file: SERVER_FILE, node_options: ["--enable-source-maps"], node_env: "production" },
  dev: { file: DEV_FILE, node_options: TYPESCRIPT, node_env: "development" },
};

/**
 * Starts the app and waits until /healthz answers 200.
 *
 * @throws StartError when it ends first (it has said why) or is not well in time
 */
export async function startApp(
  env: Record<string, string | undefined>,
  output: ChildOptions["output"],
  kind: AppKind = "built",
): Promise<Child> {
  const { node_env, ...how } = KINDS[kind];
  const child = startChild({ ...how, env: { ...env, NODE_ENV: node_env }, output });
  let end: number | string | undefined;
  void child.ended.then((code) => {
    end = code;
  });
  const host = env.HOST === "0.0.0.0" || env.HOST === "::" ? "127.0.0.1" : (env.HOST ?? "127.0.0.1");
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if (end !== undefined) throw new StartError(`The app ended while it started (${end}); see above.`);
    if (await isWell(`http://${host}:${env.PORT ?? "3000"}/healthz`)) return child;
    await sleep(50);
  }
  await child.stop();
  throw new StartError(`The app was not well after ${PATIENCE_MS / 1000} s: /healthz does not answer 200.`);
}

async function isWell(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false; // not listening yet
  }
}
