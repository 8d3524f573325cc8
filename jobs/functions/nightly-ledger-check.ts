/** Every night: do the books hold, do they agree with Stripe, is anything held, or a refund waiting, for too long? What does not is an incident, and a letter. */
import { alarmHeldTooLong } from "@/app/domain/audit/alarm-held";
import { alarmWaitingRefunds } from "@/app/domain/audit/alarm-refunds";
import { auditInvariants } from "@/app/domain/audit/audit-invariants";
import { notifyOperators } from "@/app/domain/audit/notify-operators";
import { databaseUrl } from "@/app/lib/env";
import { log } from "@/app/lib/log";
import { reconcile } from "@/app/stripe/reconcile";
import { createDb } from "@/db/client";
import { transact } from "@/db/transact";
import { inngest } from "../client";

export const checkLedgerNightly = inngest.createFunction(
  { id: "nightly-ledger-check", retries: 5, concurrency: { limit: 1 }, triggers: [{ cron: "20 3 * * *" }] },
  async ({ step }) => {
    const broken = await step.run("invariants", checkInvariants);
    const held = await step.run("ages", () => transact(alarmHeldTooLong));
    const refunds = await step.run("refunds", () => transact(alarmWaitingRefunds));
    const compared = await step
      .run("reconciliation", async () => {
        const { counts, open } = await reconcile();
        return { counts, open };
      })
      // Stripe was away for all the tries: the rest of the night's work is worth doing, and tomorrow it is compared again.
      .catch((error: unknown) => {
        log.warn({ err: error }, "the books could not be compared with Stripe tonight");
        return null;
      });
    const open = await step.run("notify", () => transact(notifyOperators));
    return { broken, held, refunds, compared, open };
  },
);

/** On a connection of its own, which may take its time over all of the books. */
async function checkInvariants(): Promise<string[]> {
  const { sql } = createDb(databaseUrl(), { max: 1, timeouts: false });
  try {
    return await auditInvariants(sql, transact);
  } finally {
    await sql.end();
  }
}
