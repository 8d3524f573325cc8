/** Runs `npm run NAME` as a person does: with nothing of this test's settings. */
import { type ChildProcess, spawn } from "node:child_process";
import { vi } from "vitest";

export type NpmRun = {
  process: ChildProcess;
  /** what it printed so far, on both streams */
  printed: () => string;
  ended: Promise<number | string>;
  /** resolves once it printed something like `pattern`; @throws with what it printed when it ends before */
  until: (pattern: RegExp) => Promise<void>;
};

const PATIENCE = { timeout: 540_000, interval: 100 }; // ms

/** The shell's settings without those of the tests. */
export function plainEnv(env: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), ...env } as unknown as NodeJS.ProcessEnv;
}

/** `interrupt` is a person's Ctrl-C, which the terminal sends to npm and to all that it started; resolves once all of it has ended. */
export type NpmCommand = NpmRun & { interrupt: () => Promise<void> };

export function npmRun(
  name: string,
  parameters: string[] = [],
  env: Record<string, string> = {},
): NpmCommand {
  // A group of its own, as a terminal gives it: npm hands a signal that is sent to it alone to a shell, which keeps it.
  const child = spawn("npm", ["run", "--silent", name, "--", ...parameters], {
    env: plainEnv(env),
    detached: true,
  });
  const run = follow(child);
  return {
    ...run,
    interrupt: async () => {
      if (child.pid) process.kill(-child.pid, "SIGINT");
      await run.ended;
    },
  };
}

/** Keeps what a process prints. */
export function follow(child: ChildProcess): NpmRun {
  let text = "";
  const keep = (chunk: Buffer) => {
    text += chunk;
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  let end: number | string | undefined;
  const ended = new Promise<number | string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(signal ?? code ?? 1));
  });
  void ended.then((how) => {
    end = how;
  });
  return {
    process: child,
    printed: () => text,
    ended,
    until: async (pattern) => {
      await vi.waitUntil(() => pattern.test(text) || end !== undefined, PATIENCE);
      if (!pattern.test(text)) throw new Error(`It ended (${end}) without printing ${pattern}:\n${text}`);
    },
  };
}
