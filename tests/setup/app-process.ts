/**
 * A Postbond whose app is a process of its own, as `npm start` runs it, so that a test can kill it. The test's own process works on the same
 * database and follows the same clock: commands that it calls are those of a second server that stayed alive.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { followClock, setClockOffset } from "@/app/lib/clock";
import { rereadEnv } from "@/app/lib/env";
import { freePort } from "@/db/embedded/free-port";
import { bootPostbond, type Postbond } from "@/scripts/postbond/boot";
import { jsonCall, type World } from "./world";

export type AppProcess = World & {
  postbond: Postbond;
  /** `kill -9`; resolves once the process is gone. */
  kill: () => Promise<void>;
  /** Starts the app again with the same settings; resolves once it is well. */
  startAgain: () => Promise<void>;
};

/** A boot may have to build first. */
export const BOOT_TIMEOUT_MS = 600_000;

/**
 * Call after `testDatabase()`, in `beforeAll`, with the address that it answered.
 *
 * @param env what is given to the start besides the ordinary
 * @param elsewhere where the stand-ins are that `env` names, and so are not started
 */
export async function startAppProcess(
  database_url: string,
  env: Record<string, string> = {},
  elsewhere: Partial<World["urls"]> = {},
): Promise<AppProcess> {
  const data = mkdtempSync(join(tmpdir(), "postbond-app-"));
  const postbond = await bootPostbond({
    env: {
      PATH: process.env.PATH,
      PORT: String(await freePort("127.0.0.1")),
      SANDBOX_PORT: "0",
      POSTBOND_DATA: data,
      DATABASE_URL: database_url,
      LOG_LEVEL: "fatal", // a killed app leaves calls and connections that somebody will complain about
      ...env,
    },
    output: () => "ignore",
    demo: false,
  });
  Object.assign(process.env, postbond.env);
  rereadEnv();
  const stopping = new AbortController();
  if (postbond.env.CLOCK_URL) await followClock(postbond.env.CLOCK_URL, stopping.signal);

  const urls = { ...postbond.sandbox_urls, ...elsewhere } as World["urls"];
  const clock = (body: object) => jsonCall(`${urls.home}/control/clock`, "POST", body);
  return {
    postbond,
    urls,
    app_url: postbond.app_url,
    turn: async ({ days = 0, hours = 0, minutes = 0 }) => {
      await clock({ advance_ms: ((days * 24 + hours) * 60 + minutes) * 60_000 });
    },
    turnToNext: async () => {
      await clock({ to: "next" });
    },
    rest: async () => {
      await clock({ advance_ms: 0 });
    },
    control: (url, body, method = "POST") => jsonCall(url, method, body),
    mailsTo: (email) => jsonCall(`${urls.mail}/control/messages?to=${encodeURIComponent(email)}`, "GET"),
    kill: async () => {
      postbond.app.kill("SIGKILL");
      await postbond.app.ended;
    },
    startAgain: async () => {
      await postbond.startAppAgain();
    },
    close: async () => {
      stopping.abort();
      await postbond.stop();
      rmSync(data, { recursive: true, force: true });
      setClockOffset(0);
    },
  };
}
