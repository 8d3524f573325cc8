/** Two processes of the app behind one address, on one database: `kill` and `startAgain` are those of the first. */
import { freePort } from "@/db/embedded/free-port";
import { startApp } from "@/scripts/postbond/app";
import { type AppProcess, startAppProcess } from "./app-process";
import { openPublicServer } from "./public-server";

export type AppPair = AppProcess & {
  /** `kill -9` for both of them. */
  killBoth: () => Promise<void>;
  startSecondAgain: () => Promise<void>;
  /** Process ids of the two, as they are now. */
  pids: () => number[];
};

/** As `startAppProcess`. */
export async function startAppPair(database_url: string, env: Record<string, string> = {}): Promise<AppPair> {
  const ports = [await freePort("127.0.0.1"), await freePort("127.0.0.1")].map(Number);
  const front = await openPublicServer(ports);
  const first = await startAppProcess(database_url, {
    ...env,
    PORT: String(ports[0]),
    APP_URL: front.url,
    INNGEST_SERVE_ORIGIN: front.url,
  });
  const startSecond = () => startApp({ ...first.postbond.env, PORT: String(ports[1]) }, "ignore");
  let second = await startSecond();
  return {
    ...first,
    killBoth: async () => {
      second.kill("SIGKILL");
      await Promise.all([first.kill(), second.ended]);
    },
    startSecondAgain: async () => {
      second = await startSecond();
    },
    pids: () => [first.postbond.app.pid, second.pid],
    close: async () => {
      await second.stop();
      await first.close();
      await front.close();
    },
  };
}
