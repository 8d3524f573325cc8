import { fileURLToPath } from "node:url";
import { type Child, startChild, TYPESCRIPT } from "./child";
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
): Promise<SandboxProcess> {
  const child = startChild({
    file: fileURLToPath(new URL("./sandbox-child.ts", import.meta.url)),
    env: { ...env, POSTBOND_SANDBOX_DATA: data_folder },
    node_options: TYPESCRIPT,
    output: "inherit",
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
