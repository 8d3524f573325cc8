/** Runs a whole Postbond until Ctrl-C: what `npm start` and `npm run dev` have in common. */
import { join } from "node:path";
import { isatty } from "node:tty";
import { EnvError } from "@/app/lib/env";
import { UnreadableDatabaseError } from "@/db/migrate";
import type { AppKind } from "./app";
import { bootPostbond, type Postbond } from "./boot";
import { RESTART_CODE } from "./dev-restart";
import { StartError, spoken } from "./progress";
import { keepReady, readyBlock } from "./ready";
import { openTerminalLog, type TerminalLog } from "./terminal-log";

/** npm and `timeout` pass a signal on that the terminal has sent to us as well: only a later one is impatience. */
const SAME_SIGNAL_MS = 1_500;

export async function runUntilStopped(app: AppKind): Promise<void> {
  const stopping = new AbortController();
  let postbond: Postbond | undefined;
  let log: TerminalLog | undefined;

  const end = async (code: number): Promise<never> => {
    await postbond?.stop();
    await log?.close();
    process.exit(code);
  };
  let stopping_since_ms = 0;
  const onSignal = () => {
    if (stopping.signal.aborted) {
      if (performance.now() - stopping_since_ms > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    stopping_since_ms = performance.now();
    stopping.abort();
    console.log("\nStopping: the app, the sandbox, then the database …");
    if (postbond) void end(0);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);

  try {
    const data = process.env.POSTBOND_DATA?.trim() || ".data";
    // Opened by the first process, when the folder is ours: another Postbond may be writing there.
    const sinks = (plain: "show" | "hide") => {
      log ??= openTerminalLog(join(data, "postbond.log"), (line) => console.log(line));
      return log.sinks(plain);
    };
    postbond = await bootPostbond({
      env: process.env,
      demo: process.env.POSTBOND_DEMO !== "no",
      progress: spoken,
      output: (process) => (isatty(1) ? sinks(isForPeople(process, app) ? "show" : "hide") : "inherit"),
      app,
      settle: true,
      signal: stopping.signal,
    });
    if (stopping.signal.aborted) await end(0);
    const { app_url, sandbox_urls, sign_ins } = postbond;
    const ready = { app_url, sandbox_urls, sign_ins, log_path: log?.path };
    keepReady(data, ready);
    console.log(`\n${readyBlock(ready)}\n`);
    const how = await untilEnd(postbond, stopping.signal);
    if (!stopping.signal.aborted) {
      console.error(
        `The app ended by itself (${how}). Stopping the rest; nothing that was committed is lost.`,
      );
      await end(1);
    }
  } catch (error) {
    if (stopping.signal.aborted) process.exit(0);
    await postbond?.stop(); // a development server that does not come up again
    const mendable = [StartError, EnvError, UnreadableDatabaseError].some((kind) => error instanceof kind);
    if (!mendable) throw error;
    console.error(`\n${(error as Error).message}${log ? `\nMore is in ${log.path}.` : ""}`);
    await log?.close();
    process.exit(1);
  }
}

/** The demo says how far it is, and a development server what it reloads. Other plain text is for the file. */
function isForPeople(process: "app" | "sandbox" | "demo", app: AppKind): boolean {
  return process === "demo" || (process === "app" && app === "dev");
}

/** How the app ended. A development server may ask to be started again. */
async function untilEnd(postbond: Postbond, signal: AbortSignal): Promise<number | string> {
  for (;;) {
    const how = await postbond.app.ended;
    if (how !== RESTART_CODE || signal.aborted) return how;
    console.log("The server itself changed: starting it again …");
    await postbond.startAppAgain();
  }
}
