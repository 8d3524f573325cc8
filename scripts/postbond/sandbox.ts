import { fileURLToPath } from "node:url";
import { type Child, type ChildOptions, startChild, TYPESCRIPT } from "./child";
import { StartError } from "./progress";
import type { SandboxNews } from "./sandbox-child";

export type SandboxProcess = {
  child: Child;
  app_env: Record<string, string>;
  urls: Record<string, string>;
};

/** @throws StartError with the sandbox's own words, for example that a port is taken and by which variable it moves */
export async function startSandboxProcess(
  env: Record<string, string | undefined>,
  data_folder: string,
  output: ChildOptions["output"],
): Promise<SandboxProcess> {
  const child = startChild({
    file: fileURLToPath(new URL("./sandbox-child.ts", import.meta.url)),
    env: { ...env, POSTBOND_SANDBOX_DATA: data_folder },
    node_options: TYPESCRIPT,
    output,
  });
  const news = await new Promise<SandboxNews>((resolve) => {
    child.process.once("message", (message) => resolve(message as SandboxNews));
    void child.ended.then((code) => resolve({ ready: false, problem: `The sandbox ended with ${code}.` }));
  });
  if (!news.ready) {
    await child.stop();
    throw new StartError(news.problem);
  }
  return { child, app_env: news.app_env, urls: news.urls };
}

/** How long a market may take to settle, in milliseconds. */
const REST_MS = 300_000;
/** The clock itself stops waiting after half a minute; an answer that took this long is one of those. */
const GAVE_UP_MS = 25_000;

/** Waits until nothing is due, no job runs and the outbox is empty, as far as this sandbox has the clock that can say so. */
export async function restSandbox({ urls }: SandboxProcess): Promise<void> {
  const signal = AbortSignal.timeout(REST_MS);
  for (let asked = 0; asked === 0 || performance.now() - asked > GAVE_UP_MS; ) {
    asked = performance.now();
    const answer = await fetch(`${urls.home}/control/clock`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ advance_ms: 0 }),
      signal,
    }).catch(() => undefined);
    if (!answer?.ok) return;
  }
}
