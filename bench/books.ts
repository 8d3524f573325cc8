/** The time of every invariant, beside bare sums over the same entries in turn. */
import type { Sql } from "postgres";
import { runChecks } from "@/db/checks";
import { type Spread, spread } from "./pairs";
import { countRowsRead } from "./rows-read";

export type MeasuredBooks = {
  entries: number;
  /** by all checks together; most tables are read by several */
  rows_read: number;
  /** the whole of `npm run check:books`, and of that each check */
  checks_ms: Spread;
  each_ms: Record<string, number>;
  sum_ms: Spread;
  grouped_ms: Spread;
  /** checks / bare of each round */
  ratio_to_sum: Spread;
  ratio_to_grouped: Spread;
  /** (checks / rows read) / (sum / entries): what a row costs a check, beside what it costs a bare sum */
  ratio_per_row: Spread;
};

/** @throws when an invariant does not hold */
export async function measureChecks(
  sql: Sql,
  rounds: number,
  say: (words: string) => void,
): Promise<MeasuredBooks> {
  const runs: Array<{ checks: number; sum: number; grouped: number; each: Record<string, number> }> = [];
  // The first round only warms up.
  for (let round = 0; round <= rounds; round++) {
    const sum = await timed(() => sql`select sum(amount_minor) from ledger_entries`);
    const grouped = await timed(
      () => sql`select count(*) from (
        select account_id, sum(amount_minor) from ledger_entries group by account_id having sum(amount_minor) is null
      ) s`,
    );
    const each: Record<string, number> = {};
    const checks = await timed(async () => {
      for (const { name, violations, took_ms } of await runChecks(sql)) {
        if (violations.length > 0) throw new Error(`${name} does not hold: ${violations[0]?.detail}`);
        each[name] = took_ms;
      }
    });
    say(
      `all checks ${checks.toFixed(0)} ms, sum ${sum.toFixed(0)} ms, sum per account ${grouped.toFixed(0)} ms`,
    );
    if (round > 0) runs.push({ checks, sum, grouped, each });
  }
  const last = runs.at(-1);
  for (const [name, ms] of Object.entries(last?.each ?? {})) say(`  ${name.padEnd(42)} ${ms.toFixed(0)} ms`);
  const [{ entries }] = await sql<[{ entries: number }]>`select count(*)::int as entries from ledger_entries`;
  const rows_read = await countRowsRead(sql);
  say(`${rows_read.toLocaleString("en")} rows read, ${entries.toLocaleString("en")} entries`);
  return {
    entries,
    rows_read,
    checks_ms: spread(runs.map(({ checks }) => checks)),
    each_ms: last?.each ?? {},
    sum_ms: spread(runs.map(({ sum }) => sum)),
    grouped_ms: spread(runs.map(({ grouped }) => grouped)),
    ratio_to_sum: spread(runs.map(({ checks, sum }) => checks / sum)),
    ratio_to_grouped: spread(runs.map(({ checks, grouped }) => checks / grouped)),
    ratio_per_row: spread(runs.map(({ checks, sum }) => checks / rows_read / (sum / entries))),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
