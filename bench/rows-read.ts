/** How many rows the invariants read, by PostgreSQL's own count: a time means little without it, since most tables are read more than once. */

import type { Sql } from "postgres";
import { one } from "@/app/lib/one";
import { readChecks } from "@/db/checks";

type Plan = {
  "Node Type": string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
};

const OF_A_TABLE = new Set(["Seq Scan", "Index Scan", "Index Only Scan", "Bitmap Heap Scan"]);

/** @returns rows that came out of a table or an index, over all checks and their counts of what they examined */
export async function countRowsRead(sql: Sql): Promise<number> {
  let rows = 0;
  for (const { query, examined_table } of readChecks()) {
    rows += await rowsOf(sql, query);
    rows += await rowsOf(sql, `select count(*) from ${examined_table}`);
  }
  return Math.round(rows);
}

async function rowsOf(sql: Sql, query: string): Promise<number> {
  const answer = one(
    await sql.unsafe<Array<{ "QUERY PLAN": Array<{ Plan: Plan }> }>>(
      `explain (analyze, timing off, format json) ${query}`,
    ),
    "the answer",
  );
  return rowsScanned(one(answer["QUERY PLAN"], "the plan").Plan);
}

/** PostgreSQL gives rows per loop; a parallel scan is one loop per worker. */
function rowsScanned(plan: Plan): number {
  const here = OF_A_TABLE.has(plan["Node Type"])
    ? (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"]
    : 0;
  return (plan.Plans ?? []).reduce((sum, child) => sum + rowsScanned(child), here);
}
