/** What was measured, for a person and for a file. */
import { mkdirSync, writeFileSync } from "node:fs";
import { arch, availableParallelism, platform, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import type { Compared, Spread } from "./pairs";
import type { Drain } from "./release-drain";

export type Measured = { offers: number; browse: Compared[]; payment: Compared; drain: Drain };

export type Report = {
  measured_at: string;
  machine: string;
  note: string;
  quick: boolean;
  sizes: Measured[];
};

/** The machine in general words: nothing that names it. */
export function machineInWords(database: string): string {
  const memory_gb = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores, ${memory_gb} GB, ${platform()} ${arch()}, Node ${process.versions.node}, ${database}`;
}

export function markdown({ measured_at, machine, note, quick, sizes }: Report): string {
  const rows = sizes.flatMap((size) =>
    [...size.browse, size.payment, size.drain].map((row) => line(size, row)),
  );
  const drains = sizes.map(
    ({ offers, drain }) =>
      `| ${offers.toLocaleString("en")} | ${rate(drain.ours_per_s)} | ${drain.stripe_per_endpoint_s} | **${drain.ratio_to_stripe.toFixed(2)}** |`,
  );
  return `# What \`npm run bench\` measured

${measured_at.slice(0, 10)} · ${machine}${quick ? " · a quick run" : ""}${note ? `\n\n${note}` : ""}

Rates are medians of paired runs (ours, bare, ours, bare, …) with least – most; the ratio is the median of the pairs' own quotients. Each bench
file says what its bare limit is and what ours does beyond it.

| live offers | | ours/s | bare/s | ratio | p95 ours, bare (ms) | bare limit |
| ---: | --- | ---: | ---: | ---: | ---: | --- |
${rows.join("\n")}

Release drain against Stripe's limit for one endpoint:

| live offers | transfers/s | Stripe takes/s | ratio |
| ---: | ---: | ---: | ---: |
${drains.join("\n")}
`;
}

function line({ offers }: Measured, row: Compared): string {
  const late =
    row.ours_p95_ms && row.bare_p95_ms
      ? `${row.ours_p95_ms.median.toFixed(1)}, ${row.bare_p95_ms.median.toFixed(1)}`
      : "–";
  const ratio = `**${row.ratio.median.toFixed(2)}** (${row.ratio.min.toFixed(2)} – ${row.ratio.max.toFixed(2)})`;
  return `| ${offers.toLocaleString("en")} | ${row.name} | ${rate(row.ours_per_s)} | ${rate(row.bare_per_s)} | ${ratio} | ${late} | ${row.bare_limit} |`;
}

function rate({ median, min, max }: Spread): string {
  return `${median.toFixed(0)} (${min.toFixed(0)} – ${max.toFixed(0)})`;
}

/** Writes `bench/results/latest.json` and `.md`. */
export function write(report: Report): void {
  const folder = fileURLToPath(new URL("./results/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}latest.json`, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(`${folder}latest.md`, markdown(report));
}
