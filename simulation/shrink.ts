/** Looks for a shorter run that shows the same: fewer collaborations first, then fewer kinds of faults. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Options } from "./command-line";
import type { FaultKind } from "./fault-kinds";
import type { Verdict } from "./run";

const RUNNER = fileURLToPath(new URL("../scripts/run.mjs", import.meta.url));
const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

/** Tries that it may cost; each is shorter than the run that is shrunk. */
const TRIES = 24;
const FEWEST = 5;

/**
 * @param rules what the run violated; a shorter one shows the same when it violates one of them
 * @param server where the shorter runs may make their databases
 */
export async function shrink(options: Options, rules: ReadonlySet<string>, server: string): Promise<Options> {
  let left = TRIES;
  let shortest = options;
  const shows = async (shorter: Options) => {
    if (left-- <= 0) return false;
    const found = await violatedBy(shorter, server);
    if (!found.some((rule) => rules.has(rule))) return false;
    shortest = shorter;
    return true;
  };
  while (shortest.collaborations >= 2 * FEWEST) {
    const { collaborations } = shortest;
    const fewer = [0.25, 0.5, 0.75].map((share) => Math.floor(collaborations * share));
    if (!(await anyOf(fewer, (few) => shows({ ...shortest, collaborations: few })))) break;
  }
  for (let size = Math.ceil(shortest.faults.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0)
    for (const some of chunks(shortest.faults, size)) {
      const faults = shortest.faults.filter((kind) => !some.includes(kind));
      if (faults.length < shortest.faults.length) await shows({ ...shortest, faults });
    }
  return shortest;
}

/** How somebody repeats it. */
export function commandOf({ seed, collaborations, faults, mutant_name }: Options): string {
  const parameters = parametersOf({ seed, collaborations, faults, mutant_name });
  return `npm run simulate -- ${parameters.join(" ")}`;
}

function parametersOf(
  options: Pick<Options, "seed" | "collaborations" | "faults" | "mutant_name">,
): string[] {
  return [
    ...["--seed", options.seed, "--collaborations", String(options.collaborations)],
    ...["--faults", options.faults.join(",") || "none"],
    ...(options.mutant_name ? ["--mutant", options.mutant_name] : []),
  ];
}

async function anyOf<T>(choices: readonly T[], holds: (choice: T) => Promise<boolean>): Promise<boolean> {
  for (const choice of choices) if (await holds(choice)) return true;
  return false;
}

function chunks(faults: readonly FaultKind[], size: number): FaultKind[][] {
  const parts: FaultKind[][] = [];
  for (let at = 0; at < faults.length; at += size) parts.push(faults.slice(at, at + size));
  return parts;
}

/** The rules that a run in a process of its own violates. */
async function violatedBy(options: Options, server: string): Promise<string[]> {
  const parameters = [...parametersOf(options), "--server", server, "--no-shrink", "--quiet"];
  const child = spawn(process.execPath, [RUNNER, MAIN, ...parameters], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let said = "";
  child.stdout.on("data", (text) => {
    said += text;
  });
  await new Promise((resolve) => child.once("close", resolve));
  const last = said.trim().split("\n").at(-1) ?? "";
  if (!last.startsWith("{")) return [];
  return (JSON.parse(last) as Verdict).violations.map(({ rule }) => rule);
}
