/** Runs `npm run simulate` as a person does, on the tests' own server. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import type { Verdict } from "@/simulation/run";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type Run = { code: number | null; said: string; complaint: string };

export async function simulate(...parameters: string[]): Promise<Run> {
  const child = spawn(process.execPath, ["scripts/run.mjs", "simulation/main.ts", ...parameters], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, SIMULATION_SERVER: serverOfTests() },
  });
  const run = { said: "", complaint: "" };
  child.stdout.on("data", (text) => {
    run.said += text;
  });
  child.stderr.on("data", (text) => {
    run.complaint += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, ...run };
}

/** The last line of a run. */
export function verdictOf({ said, complaint }: Run): Verdict {
  const last = said.trim().split("\n").at(-1) ?? "";
  if (!last.startsWith("{"))
    throw new Error(`The simulation ended without a verdict:\n${said}\n${complaint}`);
  return JSON.parse(last) as Verdict;
}

/** Never the template itself: nobody may be connected to it while it is cloned. */
function serverOfTests(): string {
  const address = new URL(inject("template_url"));
  address.pathname = "/postbond";
  return address.href;
}
