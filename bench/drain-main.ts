/**
 * `npm run bench:drain`: ten thousand releases over two processes of the app, one of them killed and started again half-way, beside the
 * ceiling of Stripe's endpoint (25 a second); then, without a ceiling, beside pgbench's TPC-B transaction on the same server.
 * `--quick` shows that all of it runs, with 20 releases.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startAppPair } from "@/tests/setup/app-pair";
import { openPlace } from "./place";
import { machineInWords } from "./report";

const { values: asked } = parseArgs({
  options: {
    releases: { type: "string", default: "10000" },
    /** Transfers a second that Stripe takes; 0: as many as come. */
    rate: { type: "string", default: "25" },
    payees: { type: "string", default: "100" },
    out: { type: "string" },
    quick: { type: "boolean", default: false },
  },
});
if (asked.quick) Object.assign(asked, { releases: "20", payees: "5" });
const [releases, rate, payees] = [asked.releases, asked.rate, asked.payees].map(Number) as [
  number,
  number,
  number,
];
const say = (words: string) =>
  console.log(`${(performance.now() / 1_000).toFixed(0).padStart(4)} s  ${words}`);

say("starting a database, the sandbox and two processes of the app");
const ceiling: Record<string, string> = rate
  ? {
      STRIPE_RATE_PER_ENDPOINT: String(rate),
      STRIPE_RATE: String(4 * rate),
      SANDBOX_STRIPE_RATE_PER_ENDPOINT: String(rate),
    }
  : {};
const pair = await openPlace(startAppPair, ceiling);
try {
  const { drainQueue } = await import("./drain");
  const drained = await drainQueue(pair, { releases, payees, kill: true }, say);
  const beside = rate ? { ceiling_s: rate } : { tpcb_s: await tpcbRate() };
  const [limit] = Object.values(beside) as [number];
  const report = {
    machine: machineInWords("PostgreSQL 18"),
    ...drained,
    ...beside,
    ratio: drained.per_s / limit,
  };
  console.log(JSON.stringify(report));
  if (asked.out) writeFileSync(asked.out, `${JSON.stringify(report, null, 2)}\n`);
  const whole = drained.transfers === releases && drained.paid === releases;
  if (!whole)
    console.error(`${drained.transfers} transfers for ${drained.paid} of ${releases} collaborations`);
  process.exitCode = whole ? 0 : 1;
} finally {
  await pair.close();
}
process.exit();

async function tpcbRate(): Promise<number> {
  const { sql } = await import("@/db/client");
  const { fillTpcb, runTpcb } = await import("./tpcb");
  const { workThrough } = await import("./load");
  await fillTpcb(sql);
  const { rate_per_s } = await workThrough(Array.from({ length: 5_000 }), () => runTpcb(sql));
  return rate_per_s;
}
