/** The app as a process: the built server with its settings, up to the first good answer of its health page. */

import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Child, type ChildOptions, startChild } from "./child";
import { StartError } from "./progress";

const PATIENCE_MS = 60_000;

export const SERVER_FILE = fileURLToPath(new URL("../../build/server/index.js", import.meta.url));

/**
 * Starts the app and waits until /healthz answers 200.
 *
 * @throws StartError when it ends first (it has said why) or is not well in time
 */
export async function startApp(
  env: Record<string, string | undefined>,
  output: ChildOptions["output"],
): Promise<Child> {
  const child = startChild({
    file: SERVER_FILE,
    env: { ...env, NODE_ENV: "production" },
    node_options: ["--enable-source-maps"],
    output,
  });
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
