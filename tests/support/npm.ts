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

export function npmRun(name: string, parameters: string[] = [], env: Record<string, string> = {}): NpmRun {
  return follow(spawn("npm", ["run", "--silent", name, "--", ...parameters], { env: plainEnv(env) }));
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
