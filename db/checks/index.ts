/**
 * The invariants of the books, each one a file of SQL beside this one: its first line says the rule, its second the table whose rows
 * it examines, and the query answers one row (`subject`, `detail`) for every violation.
 */
import { readdirSync, readFileSync } from "node:fs";
import type { Sql } from "postgres";

export type Check = { name: string; rule: string; examined_table: string; query: string };
export type CheckOutcome = {
  name: string;
  rule: string;
  /** Rows looked at. */
  examined: number;
  violations: Array<{ subject: string; detail: string }>;
  took_ms: number;
};

const folder = new URL(".", import.meta.url);
/** A broken invariant is broken once or everywhere; this many examples are enough to see which. */
const MAX_EXAMPLES = 100;

export function readChecks(): Check[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  // Without its files every invariant would seem to hold.
  if (files.length === 0) throw new Error(`No checks in ${folder.pathname}`);
  return files.sort().map((file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const [rule = "", examined = ""] = text.split("\n");
    return {
      name: file.replace(/\.sql$/, ""),
      rule: rule.replace(/^--\s*/, ""),
      examined_table: examined.replace(/^--\s*examined:\s*/, "").trim(),
      query: text,
    };
  });
}

/** Runs every check in one snapshot, so that money on its way between two checks is never seen twice or not at all. */
export async function runChecks(sql: Sql): Promise<CheckOutcome[]> {
  return sql.begin("isolation level repeatable read read only", async (tx) => {
    // One connection, a few times a day: sums over millions of rows are made in memory, not on the disk.
    await tx`set local work_mem = '512MB'`;
    const outcomes: CheckOutcome[] = [];
    for (const check of readChecks()) {
      const began = performance.now();
      const violations = await tx.unsafe<Array<{ subject: string; detail: string }>>(
        `select subject::text, detail from (${check.query}) found limit ${MAX_EXAMPLES}`,
      );
      const [count] = await tx<[{ n: number }]>`select count(*)::int as n from ${tx(check.examined_table)}`;
      outcomes.push({
        name: check.name,
        rule: check.rule,
        examined: count.n,
        violations: violations.map(({ subject, detail }) => ({ subject, detail })),
        took_ms: performance.now() - began,
      });
    }
    return outcomes;
  }) as Promise<CheckOutcome[]>;
}
