/**
 * `npm run bench [-- --quick] [-- --note "words"]`: three ratios at 10,000 and at 100,000 live offers, printed and written to bench/results.
 * `--quick` shows that all of it runs, on a market of 500 offers, and keeps nothing.
 * A ratio against something run beside it survives another machine; a number of milliseconds does not. Nothing here fails on a slow day.
 */
import { parseArgs } from "node:util";
import { startAppProcess } from "@/tests/setup/app-process";
import { openPlace } from "./place";
import { type Measured, machineInWords, markdown, type Report, write } from "./report";

const { values: asked } = parseArgs({
  options: { quick: { type: "boolean", default: false }, note: { type: "string", default: "" } },
});

const SIZES = asked.quick ? [500] : [10_000, 100_000];
const PLAN = asked.quick
  ? { pairs: 1, seconds: 0.3, webhooks: 4, releases: 4, payees: 2 }
  : { pairs: 5, seconds: 1, webhooks: 40, releases: 40, payees: 20 };

const say = (words: string) =>
  console.log(`${(performance.now() / 1_000).toFixed(0).padStart(4)} s  ${words}`);

say("starting a database, the sandbox and the app (built when its sources changed)");
const place = await openPlace(startAppProcess);
try {
  // Only now: the pool of connections is made on import, by the address of this database.
  const { sql } = await import("@/db/client");
  const { benchBrowse } = await import("./browse");
  const { benchPaymentWebhook } = await import("./payment-webhook");
  const { benchReleaseDrain } = await import("./release-drain");
  const { makePayees } = await import("@/tests/factories/approved-deals");
  const { fillMarket } = await import("./market");
  const { fillTpcb } = await import("./tpcb");

  await fillTpcb(sql);
  const payees = await makePayees(place, PLAN.payees);
  const sizes: Measured[] = [];
  for (const offers of SIZES) {
    say(`${offers.toLocaleString("en")} offers: filling the market`);
    await fillMarket(offers);
    say("browse");
    const browse = await benchBrowse(place, PLAN);
    say("payment webhook");
    const payment = await benchPaymentWebhook(place, PLAN);
    say("release drain");
    const drain = await benchReleaseDrain(place, payees, PLAN);
    sizes.push({ offers, browse, payment, drain });
  }
  const [row] = await sql<[{ version: string }]>`select split_part(version(), ' on ', 1) as version`;
  const report: Report = {
    measured_at: new Date().toISOString(),
    machine: machineInWords(row.version),
    note: asked.note,
    quick: asked.quick,
    sizes,
  };
  if (!asked.quick) write(report);
  say(asked.quick ? "done\n" : "done; written to bench/results/latest.md and .json\n");
  console.log(markdown(report));
} finally {
  await place.close();
}
process.exit(0);
