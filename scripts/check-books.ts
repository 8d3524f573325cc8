/**
 * `npm run check:books`: runs every invariant of the books on DATABASE_URL, or on the embedded database of POSTBOND_DATA, prints each
 * with what it examined, its violations and its time, and exits with 1 when any does not hold.
 */
import postgres from "postgres";
import { runChecks } from "@/db/checks";
import { booksUrl } from "./books-url";

const MAX_SHOWN = 10;

const { url, close } = await booksUrl();
const sql = postgres(url, { max: 1, onnotice: () => {} });
try {
  const outcomes = await runChecks(sql);
  for (const { name, examined, violations, took_ms, rule } of outcomes) {
    const mark = violations.length === 0 ? "holds " : "BROKEN";
    console.log(
      `${mark}  ${name.padEnd(42)} ${String(examined).padStart(9)} examined  ${String(violations.length).padStart(4)} violations  ${took_ms.toFixed(1).padStart(8)} ms`,
    );
    if (violations.length === 0) continue;
    console.log(`        ${rule}`);
    for (const { subject, detail } of violations.slice(0, MAX_SHOWN))
      console.log(`        ${subject}: ${detail}`);
    if (violations.length > MAX_SHOWN) console.log(`        … and ${violations.length - MAX_SHOWN} more`);
  }
  const broken = outcomes.filter(({ violations }) => violations.length > 0);
  console.log(
    broken.length === 0
      ? `All ${outcomes.length} invariants hold.`
      : `${broken.length} of ${outcomes.length} invariants are broken: ${broken.map(({ name }) => name).join(", ")}`,
  );
  process.exitCode = broken.length === 0 ? 0 : 1;
} finally {
  await sql.end();
  await close();
}
