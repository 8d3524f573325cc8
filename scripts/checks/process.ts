/** Runs the tools that `npm test` is made of. */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { setPriority } from "node:os";
import { join } from "node:path";

const require = createRequire(import.meta.url);

/** The executable file of an installed package, whatever its exports hide. */
export function bin(name: string, path: string): string {
  return join(require.resolve(`${name}/package.json`), "..", path);
}

export type Outcome = { code: number; output: string };

/** `live` shows what it writes at once instead of keeping it; `nice` lets what runs beside it go first. */
export type RunOptions = { env?: Record<string, string>; live?: boolean; nice?: number };

/** Runs a JavaScript file with this Node. */
export function node(file: string, parameters: string[], options: RunOptions = {}): Promise<Outcome> {
  const { env, live = false, nice } = options;
  const stream = live ? "inherit" : "pipe";
  const child = spawn(process.execPath, [file, ...parameters], {
    stdio: ["ignore", stream, stream],
    env: { ...process.env, ...env },
  });
  if (nice && child.pid) setPriority(child.pid, nice);
  let output = "";
  const keep = (text: Buffer) => {
    output += text;
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
