/** The one way to change something: a transaction that is tried again when the database, not the rules, stopped it. */
import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/app/lib/log";
import { db, type Tx } from "./client";
import { databaseErrorCode, isConnectionLost } from "./lost-connection";

/** First wait of a retry; each further one doubles, and jitter keeps two that collided from colliding again. */
const FIRST_WAIT_MS = 15;
const ATTEMPTS = 8;

/** The server said that it undid everything: serialization failure, deadlock. */
const ROLLED_BACK = new Set(["40001", "40P01"]);

/**
 * Runs `change` in one READ COMMITTED transaction and answers its result once it is committed. `change` may run several times,
 * so it touches nothing but `tx`: what must happen outside leaves through the outbox. A connection lost while the COMMIT
 * itself was on its way is not tried again, since it may have been heard.
 *
 * @throws whatever `change` throws, after a rollback; the database's error when the last attempt failed too
 */
export async function transact<T>(change: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let committing = false;
    try {
      return await db.transaction(
        async (tx) => {
          const result = await change(tx);
          committing = true;
          return result;
        },
        { isolationLevel: "read committed" },
      );
    } catch (error) {
      const code = databaseErrorCode(error);
      const reversed = code !== undefined && ROLLED_BACK.has(code);
      const again = reversed || (isConnectionLost(error) && !committing);
      if (!again || attempt === ATTEMPTS) throw error;
      log.warn({ code, attempt }, "transaction is tried again");
      await sleep(FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}
