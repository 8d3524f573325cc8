/**
 * `npm run bench:books`: every invariant over the books of 100,000 and of 1,000,000 simulated collaborations, each beside a bare `sum()` over the
 * same entries. One market of a thousand is lived through by the simulator, faults and all, and then copied (copies.ts).
 *
 * `--quick` shows that all of it runs, on 80 and 120 collaborations.
 *
 * Bare limit 1: `select sum(amount_minor) from ledger_entries`, the least that anything which looks at every entry can cost.
 * Bare limit 2: the same sum per account, the least for whatever compares a balance with its entries.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { setEnvironment } from "@/simulation/environment";
import { openBooks } from "./books-place";
import { machineInWords } from "./report";

const { values: asked } = parseArgs({
  options: {
    lived: { type: "string", default: "1000" },
    sizes: { type: "string", default: "100000,1000000" },
    rounds: { type: "string", default: "3" },
    out: { type: "string" },
    quick: { type: "boolean", default: false },
  },
});
if (asked.quick) Object.assign(asked, { lived: "40", sizes: "80,120", rounds: "1" });
const lived = Number(asked.lived);
const rounds = Number(asked.rounds);
const say = (words: string) =>
  console.log(`${(performance.now() / 1_000).toFixed(0).padStart(5)} s  ${words}`);

const place = await openBooks(asked.quick ? {} : undefined);
try {
  setEnvironment(place.url);
  const { simulate } = await import("@/simulation/run");
  const { ALL_FAULTS } = await import("@/simulation/fault-kinds");
  const { copyFirst, keepFirst } = await import("./copies");
  const { measureChecks } = await import("./books");
  say(`living through ${lived} collaborations`);
  const run_options = {
    seed: "1",
    faults: ALL_FAULTS,
    mutant_name: undefined,
    server: undefined,
    shrink: false,
  };
  const { violations } = await simulate({ ...run_options, collaborations: lived, quiet: true }, () => {});
  if (violations.length > 0)
    throw new Error(`The market itself is not whole: ${JSON.stringify(violations[0])}`);
  const sql = place.connect();
  await keepFirst(sql);
  const sizes = [];
  let copies = 0;
  for (const size of asked.sizes.split(",").map(Number)) {
    const to = Math.round(size / lived) - 1;
    say(`copying to ${size.toLocaleString("en")} collaborations`);
    await copyFirst(sql, { from: copies + 1, to });
    copies = to;
    const measured = await measureChecks(sql, rounds, say);
    sizes.push({ collaborations: size, ...measured });
  }
  const report = { machine: machineInWords("PostgreSQL 18"), lived, rounds, sizes };
  if (asked.out) writeFileSync(asked.out, `${JSON.stringify(report, null, 2)}\n`);
  for (const { collaborations, entries, ratio_to_sum, ratio_to_grouped, ratio_per_row } of sizes)
    console.log(
      `${collaborations.toLocaleString("en")} collaborations, ${entries.toLocaleString("en")} entries: ${ratio_to_sum.median.toFixed(1)} × a bare sum(), ${ratio_to_grouped.median.toFixed(1)} × the sum per account, ${ratio_per_row.median.toFixed(1)} × per row read`,
    );
} finally {
  await place.close();
}
process.exit();
