/**
 * `npm run simulate`: lives through the whole marketplace, people and faults and all, in virtual time, and holds what is left against
 * every invariant. The last line is JSON; the exit code is 1 when anything is violated.
 */

import { InvalidOptions, type Options, readCommandLine, USAGE } from "./command-line";
import { openDatabase } from "./database";
import { setEnvironment } from "./environment";
import { installMutant } from "./mutants/install";
import { commandOf, shrink } from "./shrink";

function readOptions(): Options {
  try {
    return readCommandLine(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof InvalidOptions)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}

const options = readOptions();
const say = (line: string) => {
  if (!options.quiet) console.log(line);
};
const database = await openDatabase(options.server);
try {
  setEnvironment(database.url);
  if (options.mutant_name) installMutant(options.mutant_name);
  const { simulate } = await import("./run");
  const began = performance.now();
  const verdict = await simulate(options, say);
  const seconds = (performance.now() - began) / 1_000;
  say(`${(verdict.collaborations / seconds).toFixed(1)} collaborations per second, ${seconds.toFixed(1)} s`);
  for (const { rule, detail } of verdict.violations) console.log(`VIOLATED ${rule}: ${detail}`);
  if (verdict.violations.length > 0) {
    const rules = new Set(verdict.violations.map(({ rule }) => rule));
    const shortest = options.shrink ? await shrink(options, rules, options.server ?? database.url) : options;
    console.log(`To see it again: ${commandOf(shortest)}`);
  }
  console.log(JSON.stringify(verdict));
  process.exitCode = verdict.violations.length > 0 ? 1 : 0;
} finally {
  await database.close();
}
process.exit();
