/**
 * `npm run simulate`: lives through the whole marketplace, people and faults and all, in virtual time, and holds what is left against
 * every invariant. The last line is JSON; the exit code is 1 when anything is violated.
 */
import { installBreak } from "./breaks/install";
import { BadWish, readCommandLine, USAGE, type Wish } from "./command-line";
import { openDatabase } from "./database";
import { setEnvironment } from "./environment";
import { commandOf, shrink } from "./shrink";

function readWish(): Wish {
  try {
    return readCommandLine(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof BadWish)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}

const wish = readWish();
const say = (line: string) => {
  if (!wish.quiet) console.log(line);
};
const database = await openDatabase(wish.server);
try {
  setEnvironment(database.url);
  if (wish.break_name) installBreak(wish.break_name);
  const { simulate } = await import("./run");
  const began = performance.now();
  const verdict = await simulate(wish, say);
  const seconds = (performance.now() - began) / 1_000;
  say(`${(verdict.collaborations / seconds).toFixed(1)} collaborations per second, ${seconds.toFixed(1)} s`);
  for (const { rule, detail } of verdict.violations) console.log(`VIOLATED ${rule}: ${detail}`);
  if (verdict.violations.length > 0) {
    const rules = new Set(verdict.violations.map(({ rule }) => rule));
    const shortest = wish.shrink ? await shrink(wish, rules, wish.server ?? database.url) : wish;
    console.log(`To see it again: ${commandOf(shortest)}`);
  }
  console.log(JSON.stringify(verdict));
  process.exitCode = verdict.violations.length > 0 ? 1 : 0;
} finally {
  await database.close();
}
process.exit();
