/** Telling "the rules said no" from "the line went dead", and keeping a dead line from being spoken into. */
import type postgres from "postgres";

/** The connection was lost, or the server is on its way down or up. Whether a COMMIT was heard cannot be known from these. */
const LOST = new Set([
  "08000",
  "08003",
  "08006",
  "57P01",
  "57P02",
  "57P03",
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
]);

/** The database's or the socket's error code behind `error`, through whatever wrapped it. */
export function databaseErrorCode(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === "string") return code;
  }
  return undefined;
}

export function isConnectionLost(error: unknown): boolean {
  const code = databaseErrorCode(error);
  return code !== undefined && LOST.has(code);
}

type Callback = (tx: postgres.TransactionSql) => unknown;
type Watched = Promise<unknown> & { reject: (error: unknown) => void };

/** A promise that stays open: postgres.js then neither commits nor rolls back. */
const forever = () => new Promise<never>(() => {});

/**
 * Makes a transaction of `sql` end for good when its connection does.
 *
 * postgres.js 3.4.9 goes on writing to the lost connection: its own ROLLBACK throws outside of every promise and ends the process
 * (porsager/postgres issue 1208), and once the pool has reconnected it, what is left of the change would run on the new
 * connection outside of any transaction. Here a statement after the loss is refused, and the callback never returns into the
 * library, whose `begin` has been rejected by then.
 */
export function guardTransactions(sql: postgres.Sql): void {
  const begin = sql.begin.bind(sql) as (options: string, callback: Callback) => Promise<unknown>;
  const guarded = (...parts: [Callback] | [string, Callback]) =>
    new Promise((resolve, reject) => {
      const transaction = new GuardedTransaction(reject);
      const [options, callback] = parts.length === 1 ? ["", parts[0]] : parts;
      begin(options, (tx) => transaction.run(callback, tx)).then(
        (result) => {
          resolve(result);
          transaction.end(new Error("This transaction is over"));
        },
        (error) => transaction.end(error),
      );
    });
  sql.begin = guarded as typeof sql.begin;
}

class GuardedTransaction {
  private over: unknown;

  constructor(private readonly reject: (error: unknown) => void) {}

  /** Ends the transaction with `error` unless it has ended; every later statement is refused with it. */
  end(error: unknown): void {
    this.over ??= error;
    this.reject(error);
  }

  async run(callback: Callback, tx: postgres.TransactionSql): Promise<unknown> {
    try {
      const result = await callback(this.guard(tx));
      return this.over ? await forever() : result;
    } catch (error) {
      if (this.over) return await forever();
      throw error;
    }
  }

  private guard(tx: postgres.TransactionSql): postgres.TransactionSql {
    const watched = (start: () => unknown) => {
      if (this.over) throw this.over;
      return this.watch(start());
    };
    return new Proxy(tx, {
      apply: (target, self, parts) => watched(() => Reflect.apply(target, self, parts)),
      get: (target, name, self) => {
        const value = Reflect.get(target, name, self);
        if (name === "unsafe" || name === "file")
          return (...parts: unknown[]) => watched(() => Reflect.apply(value, target, parts));
        if (name === "savepoint")
          return (...parts: unknown[]) => {
            const callback = parts.pop() as Callback;
            return watched(() =>
              Reflect.apply(value, target, [
                ...parts,
                (inner: postgres.TransactionSql) => this.run(callback, inner),
              ]),
            );
          };
        return value;
      },
    });
  }

  /** Hears of a lost connection in the moment in which the library rejects the statement, before anybody can go on. */
  private watch(made: unknown): unknown {
    if (!(made instanceof Promise) || !("reject" in made)) return made; // an identifier, a list of values
    const statement = made as Watched;
    const reject = statement.reject;
    statement.reject = (error) => {
      if (isConnectionLost(error)) this.end(error);
      reject(error);
    };
    return statement;
  }
}
