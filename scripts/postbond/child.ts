/** A process of ours beside the starting one, with a line to it: it ends when we do, even when we are killed. */
import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import type { Writable } from "node:stream";
import { pathToFileURL } from "node:url";

/** Lets Node run a TypeScript file; found from here, wherever the child is started. */
export const TYPESCRIPT = ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];

const PATIENCE_MS = 15_000;

export type Child = {
  pid: number;
  /** resolves with the exit code, or the signal that ended it */
  ended: Promise<number | string>;
  /** asks it to end and waits; kills it when it takes too long */
  stop: () => Promise<void>;
  kill: (signal: NodeJS.Signals) => void;
  process: ChildProcess;
};

/** Takes what a process writes. */
export type Sinks = { stdout: Writable; stderr: Writable };

export type ChildOptions = {
  file: string;
  env: Record<string, string | undefined>;
  node_options?: string[];
  /** "inherit" shows what it writes, "ignore" does not */
  output: "inherit" | "ignore" | Sinks;
};

export function startChild({ file, env, node_options = [], output }: ChildOptions): Child {
  const stream = typeof output === "string" ? output : "pipe";
  const child = fork(file, [], {
    env: env as NodeJS.ProcessEnv,
    execArgv: node_options,
    stdio: ["ignore", stream, stream, "ipc"],
    // Its own group: Ctrl-C reaches us alone, and we stop everything in order.
    detached: process.platform !== "win32",
  });
  if (typeof output !== "string") {
    child.stdout?.pipe(output.stdout);
    child.stderr?.pipe(output.stderr);
  }
  const ended = new Promise<number | string>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? code ?? 1));
    child.once("error", () => resolve(1));
  });
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid ?? 0,
    ended,
    process: child,
    kill: (signal) => void child.kill(signal),
    stop: async () => {
      if (!isRunning()) return;
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
      await ended;
      clearTimeout(late);
    },
  };
}
