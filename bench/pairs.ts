import { one, required } from "@/app/lib/one";
/**
 * Paired runs: ours, the bare limit, ours, the bare limit, … Two figures taken one right after the other share the machine's mood, so their
 * quotient says more than either of them; the median of the quotients is the ratio that is reported.
 */

/** What one run achieved. `p95_ms` where each piece of work was timed on its own. */
export type Run = { rate_per_s: number; p95_ms?: number };

export type Spread = { median: number; min: number; max: number };

export type Compared = {
  name: string;
  unit: string;
  /** what the bare limit does, in a few words */
  bare_limit: string;
  pairs: number;
  ours_per_s: Spread;
  bare_per_s: Spread;
  /** ours / bare of each pair; 1 would be the bare limit itself */
  ratio: Spread;
  ours_p95_ms?: Spread;
  bare_p95_ms?: Spread;
};

export type Comparison = Pick<Compared, "name" | "unit" | "bare_limit"> & {
  ours: () => Promise<Run>;
  bare: () => Promise<Run>;
  /** after each pair, outside of what is timed */
  settle?: () => Promise<unknown>;
};

/** Runs each side once to warm up and then `pairs` times in turn. */
export async function compare(comparison: Comparison, pairs: number): Promise<Compared> {
  const { ours, bare, settle, ...about } = comparison;
  const runs: Array<{ ours: Run; bare: Run }> = [];
  for (let pair = 0; pair <= pairs; pair++) {
    const run = { ours: await ours(), bare: await bare() };
    await settle?.();
    if (pair > 0) runs.push(run);
  }
  const timed = runs.every((run) => run.ours.p95_ms !== undefined && run.bare.p95_ms !== undefined);
  return {
    ...about,
    pairs,
    ours_per_s: spread(runs.map((run) => run.ours.rate_per_s)),
    bare_per_s: spread(runs.map((run) => run.bare.rate_per_s)),
    ratio: spread(runs.map((run) => run.ours.rate_per_s / run.bare.rate_per_s)),
    ...(timed && {
      ours_p95_ms: spread(runs.map((run) => required(run.ours.p95_ms, "the p95 of a run"))),
      bare_p95_ms: spread(runs.map((run) => required(run.bare.p95_ms, "the p95 of a run"))),
    }),
  };
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2
      ? required(sorted[middle], "the middle")
      : (required(sorted[middle - 1], "the lower middle") + required(sorted[middle], "the middle")) / 2;
  return {
    median,
    min: one(sorted, "the smallest"),
    max: required(sorted.at(-1), "the largest"),
  };
}

/** The value below which 95 % of `values` lie. */
export function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return required(
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))],
    "the 95th percentile",
  );
}
