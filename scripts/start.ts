/** `npm start`, once the packages are there: a whole Postbond until Ctrl-C. */
import { isatty } from "node:tty";
import { EnvError } from "@/app/lib/env";
import { UnreadableDatabaseError } from "@/db/migrate";
import { bootPostbond, type Postbond } from "./postbond/boot";
import { StartError, spoken } from "./postbond/progress";

const stopping = new AbortController();
let postbond: Postbond | undefined;

async function end(code: number): Promise<never> {
  await postbond?.stop();
  process.exit(code);
}

/** npm and `timeout` pass a signal on that the terminal has sent to us as well: only a later one is impatience. */
const SAME_SIGNAL_MS = 1_500;
let stopping_since_ms = 0;

function onSignal(): void {
  if (stopping.signal.aborted) {
    if (performance.now() - stopping_since_ms > SAME_SIGNAL_MS) process.exit(1);
    return;
  }
  stopping_since_ms = performance.now();
  stopping.abort();
  console.log("\nStopping: the app, the sandbox, then the database …");
  if (postbond) void end(0);
}

function announce({ app_url, sandbox_urls, sign_ins }: Postbond): void {
  const pages = Object.entries(sandbox_urls).map(([name, url]) => `  ${name.padEnd(10)} ${url}`);
  if (pages.length) console.log(`\nThe sandbox, where you are the rest of the world:\n${pages.join("\n")}`);
  const people = sign_ins.map(({ role, email, password }) => `  ${role.padEnd(10)} ${email}  ${password}`);
  if (people.length) console.log(`\nSign in as:\n${people.join("\n")}`);
  console.log(`\nPostbond is ready at ${app_url}`);
  console.log("Ctrl-C stops all of it; the next start goes on where this one stopped.\n");
}

process.on("SIGINT", onSignal);
process.on("SIGTERM", onSignal);

try {
  postbond = await bootPostbond({
    env: process.env,
    demo: process.env.POSTBOND_DEMO !== "no",
    progress: spoken,
    output: isatty(1) ? "pretty" : "inherit",
    signal: stopping.signal,
  });
  if (stopping.signal.aborted) await end(0);
  announce(postbond);
  const how = await postbond.app.ended;
  if (!stopping.signal.aborted) {
    console.error(`The app ended by itself (${how}). Stopping the rest; nothing that was committed is lost.`);
    await end(1);
  }
} catch (error) {
  if (stopping.signal.aborted) process.exit(0);
  const mendable = [StartError, EnvError, UnreadableDatabaseError].some((kind) => error instanceof kind);
  if (!mendable) throw error;
  console.error(`\n${(error as Error).message}`);
  process.exit(1);
}
