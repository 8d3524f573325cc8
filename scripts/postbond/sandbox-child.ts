/** The stand-ins in a process of their own, so that the app can die without them. Tells its parent where they are. */
import { startSandbox } from "@/sandbox/main";

export type SandboxNews =
  | { ready: true; app_env: Record<string, string>; urls: Record<string, string> }
  | { ready: false; problem: string };

const notify = (news: SandboxNews) => process.send?.(news);

try {
  const sandbox = await startSandbox({ env: process.env, data_folder: process.env.POSTBOND_SANDBOX_DATA });
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await sandbox.close();
    process.exit(0);
  };
  process.on("SIGTERM", () => void end());
  process.on("disconnect", () => void end());
  notify({ ready: true, app_env: plain(sandbox.app_env), urls: plain(sandbox.urls) });
} catch (error) {
  notify({ ready: false, problem: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  process.disconnect?.();
}

function plain(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}
