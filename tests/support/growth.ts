/** How the time that a function takes grows with its input, whatever else the machine is doing. */

const ATTEMPTS = 8;
const NOISE_MS = 0.5;

/** The processor's own time: beside other work a clock measures that work too. */
function costOf(run: (text: string) => unknown, text: string): number {
  const began = process.cpuUsage();
  run(text);
  const { user, system } = process.cpuUsage(began);
  // What takes less than the processor's own noise says nothing about proportion.
  return Math.max((user + system) / 1_000, NOISE_MS);
}

/**
 * How many times as long `run` takes for `long` as for `short`; measured anew until it is within `max_ratio`, eight times at most, and
 * the least of each counts: other work on the machine makes any single one long.
 */
export function growthOf(
  run: (text: string) => unknown,
  { short, long, max_ratio }: { short: string; long: string; max_ratio: number },
): number {
  let [cost, cost_of_long, ratio] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    cost = Math.min(cost, costOf(run, short));
    cost_of_long = Math.min(cost_of_long, costOf(run, long));
    ratio = cost_of_long / cost;
    // The first attempt also compiles.
    if (attempt > 0 && ratio <= max_ratio) return ratio;
  }
  return ratio;
}
