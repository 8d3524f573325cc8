/**
 * `npm run bench:looks`: 10,000 looks at posts of all four platforms, 16 at once, against the emulator in a process of its own; each thousand beside
 * a bare loop over the same addresses (looks.ts). Written to `bench/results/looks.json` and printed. `--quick` shows that all of it runs.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { setEnvironment } from "@/simulation/environment";
import { machineInWords } from "./report";

const { values: asked } = parseArgs({
  options: {
    looks: { type: "string", default: "10000" },
    note: { type: "string", default: "" },
    quick: { type: "boolean", default: false },
  },
});
if (asked.quick) asked.looks = "200";
const say = (words: string) =>
  console.log(`${(performance.now() / 1_000).toFixed(0).padStart(4)} s  ${words}`);

// No look asks the database.
setEnvironment("postgres://127.0.0.1:9/none");
const { lookThrough } = await import("@/app/domain/verification/platforms");
const { platformsAt } = await import("@/tests/support/verdicts/world");
const { openLooks, publishPosts } = await import("./looks-place");
const { measureLooks } = await import("./looks");

const place = await openLooks();
try {
  const platforms = platformsAt(place.url);
  lookThrough((platform) => platforms[platform]);
  say("publishing posts");
  const round = await publishPosts(place);
  const measured = await measureLooks(place, round, Number(asked.looks), say);
  const report = {
    measured_at: new Date().toISOString(),
    machine: machineInWords("no database"),
    note: asked.note,
    ...measured,
  };
  if (!asked.quick)
    writeFileSync(
      fileURLToPath(new URL("./results/looks.json", import.meta.url)),
      `${JSON.stringify(report, null, 2)}\n`,
    );
  console.log(inWords(measured));
} finally {
  await place.close();
}
process.exit();

function inWords(measured: Awaited<ReturnType<typeof measureLooks>>): string {
  const { cpu_to_fetch, cpu_to_request, weights, outcomes } = measured;
  const ms = ({ median }: { median: number }) => `${median.toFixed(2)} ms`;
  const rate = ({ median }: { median: number }) => median.toFixed(0);
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
  const kinds = Object.entries(outcomes).map(([outcome, times]) => `${times} ${outcome}`);
  return `${measured.looks.toLocaleString("en")} looks, ${measured.at_once} at once, ${measured.requests_per_look.toFixed(1)} requests each: ${rate(measured.ours_per_s)} a second beside ${rate(measured.fetch_per_s)} of a bare fetch and ${rate(measured.request_per_s)} of a bare request
processor time of a look: ${ms(measured.ours_cpu_ms)}, ${cpu_to_fetch.median.toFixed(2)} × a bare fetch (${cpu_to_fetch.min.toFixed(2)} – ${cpu_to_fetch.max.toFixed(2)}), ${cpu_to_request.median.toFixed(2)} × a bare request; the emulator's own ${ms(measured.emulator_cpu_ms)}
live memory: ${weights.map(({ looks, live_bytes }) => `${mb(live_bytes)} at ${looks.toLocaleString("en")}`).join(", ")}: ${measured.bytes_per_look.toFixed(0)} bytes per look, ${mb(measured.bytes_grown)} in all
${kinds.join(" · ")}`;
}
