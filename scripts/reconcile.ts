/**
 * `npm run reconcile [-- --all] [--grace-minutes N]`: compares what Stripe lists with the books, repairs what has one explanation, and
 * prints what it looked at. Exits 0 when no incident about Stripe is left open, 1 when one is, 2 when it could not look.
 */
import { parseArgs } from "node:util";
import { EnvError } from "@/app/lib/env";
import type { Reconciliation } from "@/app/stripe/reconcile";
import { booksUrl } from "./books-url";
import { withServices } from "./services-env";

const MAX_SHOWN = 40;

function readOptions() {
  const { values } = parseArgs({
    options: { all: { type: "boolean", default: false }, "grace-minutes": { type: "string" } },
  });
  const grace = values["grace-minutes"];
  if (grace !== undefined && !/^\d{1,5}$/.test(grace)) throw new Error("--grace-minutes takes whole minutes");
  return { all: values.all, ...(grace === undefined ? {} : { patience_ms: Number(grace) * 60_000 }) };
}

function print({ compared, counts, differences, balances, open, took_ms }: Reconciliation): void {
  const row = (cells: Array<string | number>) =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(12) : String(cell).padStart(12))).join("");
  console.log(row(["", "compared", "differences", "repaired", "open", "decided"]));
  for (const [name, { repaired, open: left, resolved }] of Object.entries(counts)) {
    const of = name as keyof typeof counts;
    console.log(row([name, compared[of], repaired + left + resolved, repaired, left, resolved]));
  }
  for (const { currency, at_stripe_minor, in_ledger_minor, moving } of balances)
    console.log(
      `Balance ${currency}: ${at_stripe_minor} at Stripe, ${in_ledger_minor} in the books${moving ? " (money on its way, not judged)" : ""}`,
    );
  for (const { became, repair, kind, subject, expected, found } of differences.slice(0, MAX_SHOWN))
    console.log(
      `${(repair ? `repaired: ${repair}` : became).padEnd(20)} ${kind.padEnd(24)} ${subject}\n${" ".repeat(21)}expected ${JSON.stringify(expected)}\n${" ".repeat(21)}found    ${JSON.stringify(found)}`,
    );
  if (differences.length > MAX_SHOWN) console.log(`… and ${differences.length - MAX_SHOWN} more`);
  const seconds = (took_ms / 1000).toFixed(1);
  console.log(
    open === 0
      ? `Stripe and the books agree (${seconds} s).`
      : `${open} ${open === 1 ? "incident waits" : "incidents wait"} for an operator (${seconds} s).`,
  );
}

async function run(): Promise<void> {
  const options = readOptions();
  const { url, close } = await booksUrl();
  const stopping = new AbortController();
  try {
    Object.assign(process.env, withServices(process.env), { DATABASE_URL: url });
    // Loaded only now: they read their settings when they are loaded.
    const { followClock } = await import("@/app/lib/clock");
    const { env } = await import("@/app/lib/env");
    const { reconcile } = await import("@/app/stripe/reconcile");
    const { closeDb } = await import("@/db/client");
    if (env.CLOCK_URL) await followClock(env.CLOCK_URL, stopping.signal);
    try {
      const result = await reconcile(options);
      print(result);
      process.exitCode = result.open === 0 ? 0 : 1;
    } finally {
      await closeDb();
    }
  } finally {
    stopping.abort();
    await close();
  }
}

try {
  await run();
} catch (error) {
  const { message, cause } = error as Error & { cause?: Error };
  console.error(`Nothing could be compared: ${message}${cause ? ` (${cause.message})` : ""}`);
  if (!(error instanceof EnvError))
    console.error(
      "Is Postbond running (npm start), or do STRIPE_SECRET_KEY, STRIPE_API_BASE and DATABASE_URL say where to look?",
    );
  process.exitCode = 2;
}
