/** What the command line asks for. */
import { parseArgs } from "node:util";
import { ALL_FAULTS, type FaultKind, isFaultKind } from "./fault-kinds";
import { MUTANT_NAMES } from "./mutants/index";

export type Options = {
  seed: string;
  collaborations: number;
  faults: FaultKind[];
  mutant_name: string | undefined;
  /** A server to make the database on, instead of starting one. */
  server: string | undefined;
  /** Look for a shorter run that shows the same. */
  shrink: boolean;
  quiet: boolean;
};

export const USAGE = `Usage: npm run simulate -- [--seed S] [--collaborations N] [--faults all|none|name,name] [--mutant NAME]
                            [--server postgres://…] [--no-shrink] [--quiet]
Faults: ${ALL_FAULTS.join(", ")}
Mutants: ${MUTANT_NAMES.join(", ")}`;

export class InvalidOptions extends Error {}

/** @throws InvalidOptions that says what is wrong */
export function readCommandLine(parameters: string[]): Options {
  const { values } = parse(parameters);
  const collaborations = Number(values.collaborations);
  if (!Number.isInteger(collaborations) || collaborations < 1 || collaborations > 1_000_000)
    throw new InvalidOptions(
      `--collaborations ${values.collaborations} is not a whole number from 1 to 1000000`,
    );
  if (!values.seed) throw new InvalidOptions("--seed is empty");
  if (values.mutant && !MUTANT_NAMES.includes(values.mutant))
    throw new InvalidOptions(`there is no mutant ${values.mutant}`);
  return {
    seed: values.seed,
    collaborations,
    faults: readFaults(values.faults),
    mutant_name: values.mutant,
    server: values.server ?? process.env.SIMULATION_SERVER,
    shrink: !values["no-shrink"],
    quiet: values.quiet,
  };
}

function parse(parameters: string[]) {
  try {
    return parseArgs({
      args: parameters,
      options: {
        seed: { type: "string", default: "1" },
        collaborations: { type: "string", default: "200" },
        faults: { type: "string", default: "all" },
        mutant: { type: "string" },
        server: { type: "string" },
        "no-shrink": { type: "boolean", default: false },
        quiet: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new InvalidOptions((error as Error).message);
  }
}

function readFaults(text: string): FaultKind[] {
  if (text === "all") return ALL_FAULTS;
  if (text === "none") return [];
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !isFaultKind(name));
  if (unknown.length) throw new InvalidOptions(`there is no fault ${unknown.join(", ")}`);
  return ALL_FAULTS.filter((kind) => names.includes(kind));
}
