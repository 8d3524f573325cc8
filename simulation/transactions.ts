/** Stands between the product and its transactions: here processes die, connections break and the database undoes. */
import type postgres from "postgres";
import { db } from "@/db/client";
import { currentExecution, type Execution } from "./execution";
import type { FaultKind } from "./fault-kinds";
import type { Faults } from "./faults";

/** Thrown inside a transaction to have it rolled back by a process that dies; never leaves this file. */
class Died extends Error {}

const coded = (message: string, code: string) => Object.assign(new Error(message), { code });

/** What happens when it strikes: before the change is made, after it is made, and after the commit. */
const BEFORE: Partial<Record<FaultKind, () => Error>> = {
  "connection-lost": () => coded("the connection was closed", "CONNECTION_CLOSED"),
};
const AFTER: Partial<Record<FaultKind, () => Error>> = {
  deadlock: () => coded("deadlock detected", "40P01"),
  "serialization-failure": () => coded("could not serialize access", "40001"),
  "crash-before-commit": () => new Died(),
};

type Change = Parameters<typeof db.transaction>[0];
type Config = Parameters<typeof db.transaction>[1];

/** @param onCommit told of every commit of the product */
export function watchTransactions(faults: Faults, onCommit: () => void): void {
  const transaction = db.transaction.bind(db) as (change: Change, config?: Config) => Promise<unknown>;
  const watched = async (change: Change, config?: Config): Promise<unknown> => {
    const execution = currentExecution();
    if (!execution) return transaction(change, config);
    await execution.proceed();
    const fate = faults.which(
      "crash-before-commit",
      "crash-after-commit",
      "deadlock",
      "serialization-failure",
      "connection-lost",
      "commit-unheard",
    );
    let result: unknown;
    try {
      result = await transaction(async (tx) => {
        const early = fate && BEFORE[fate]?.();
        if (early) throw early;
        if (execution.checkpoint) pauseAtStatements(tx, execution);
        const made = await change(tx);
        const late = fate && AFTER[fate]?.();
        if (late) throw late;
        if (execution.checkpoint) await execution.checkpoint();
        return made;
      }, config);
    } catch (error) {
      if (error instanceof Died) return execution.die();
      throw error;
    }
    onCommit();
    if (fate === "crash-after-commit") return execution.die();
    if (fate === "commit-unheard") throw coded("the connection was reset", "ECONNRESET");
    await execution.proceed();
    return result;
  };
  db.transaction = watched as typeof db.transaction;
}

type Statement = { values: () => Promise<unknown> } & Promise<unknown>;

/** Lets a life wait for its turn before each statement of its transaction. */
function pauseAtStatements(tx: unknown, execution: Execution): void {
  const session = (tx as { session: { client: postgres.TransactionSql } }).session;
  const client = session.client;
  session.client = new Proxy(client, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name !== "unsafe") return value;
      return (...parts: unknown[]) => {
        const start = async (read: (statement: Statement) => Promise<unknown>) => {
          await execution.checkpoint?.();
          return read(Reflect.apply(value, target, parts) as Statement);
        };
        // Drizzle awaits the statement itself, or its values.
        return {
          values: () => start((statement) => statement.values()),
          // biome-ignore lint/suspicious/noThenProperty: it stands in for a statement, which is awaited
          then: (...then: Parameters<Statement["then"]>) => start((statement) => statement).then(...then),
        };
      };
    },
  });
}
