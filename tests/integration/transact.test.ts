import { sql as expression } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createDb, db, sql } from "@/db/client";
import { transact } from "@/db/transact";
import { testDatabase } from "@/tests/setup/database";
import { PATIENCE } from "../support/patience";

let url: string;
beforeEach(async () => {
  ({ url } = await testDatabase());
  await sql`create table slips (id int primary key, n int not null)`;
  await sql`insert into slips values (1, 0), (2, 0)`;
});

const values = async () => (await sql`select n from slips order by id`).map((row) => row.n);

describe("transact", () => {
  it("commits what it did and answers with the result", async () => {
    const answer = await transact(async (tx) => {
      await tx.execute(expression`update slips set n = 5 where id = 1`);
      return "done";
    });
    expect(answer).toBe("done");
    expect(await values()).toEqual([5, 0]);
  });

  it("keeps nothing of a change that throws, and does not try it again", async () => {
    let runs = 0;
    const failed = transact(async (tx) => {
      runs++;
      await tx.execute(expression`update slips set n = 5 where id = 1`);
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(runs).toBe(1);
    expect(await values()).toEqual([0, 0]);
  });

  it("brings two changes that deadlock through, each once", async () => {
    let waiting = 0;
    let meet = () => {};
    const met = new Promise<void>((resolve) => {
      meet = resolve;
    });
    let runs = 0;
    const both = [1, 2].map((first) =>
      transact(async (tx) => {
        runs++;
        await tx.execute(expression`update slips set n = n + 1 where id = ${first}`);
        if (++waiting === 2) meet();
        await met;
        await tx.execute(expression`update slips set n = n + 10 where id = ${3 - first}`);
      }),
    );
    await Promise.all(both);
    expect(runs).toBe(3);
    expect(await values()).toEqual([11, 11]);
  });

  it("starts again on a new connection when the old one is killed before the commit", async () => {
    const admin = createDb(url, { max: 1 });
    let runs = 0;
    await transact(async (tx) => {
      runs++;
      await tx.execute(expression`update slips set n = n + 1 where id = 1`);
      if (runs === 1) {
        const [row] = await tx.execute<{ pid: number }>(expression`select pg_backend_pid() as pid`);
        await admin.sql`select pg_terminate_backend(${row?.pid ?? 0})`;
      }
      await tx.execute(expression`update slips set n = n + 1 where id = 2`);
    });
    await admin.sql.end();
    expect(runs).toBe(2);
    expect(await values()).toEqual([1, 1]);
  });

  it("lets nothing of a lost transaction run on, even when its code does", async () => {
    const admin = createDb(url, { max: 1 });
    let runs = 0;
    let lateWrites = 0;
    await transact(async (tx) => {
      const run = ++runs;
      const [row] = await tx.execute<{ pid: number }>(expression`select pg_backend_pid() as pid`);
      if (run === 1) {
        await admin.sql`select pg_terminate_backend(${row?.pid ?? 0})`;
        // The connection ends while no statement is under way.
        const backend = () => admin.sql`select 1 from pg_stat_activity where pid = ${row?.pid ?? 0}`;
        await vi.waitUntil(async () => (await backend()).length === 0, PATIENCE);
        await sql`select 1`; // and the pool reconnects it
        const late = tx.execute(expression`update slips set n = 99`).then(() => lateWrites++);
        await expect(late).rejects.toThrow();
      }
      await tx.execute(expression`update slips set n = n + 1 where id = 1`);
    });
    await admin.sql.end();
    expect({ runs, lateWrites }).toEqual({ runs: 2, lateWrites: 0 });
    expect(await values()).toEqual([1, 0]);
  });

  it("survives the loss inside a savepoint", async () => {
    const admin = createDb(url, { max: 1 });
    let runs = 0;
    await transact(async (tx) => {
      const run = ++runs;
      await tx.transaction(async (inner) => {
        const [row] = await inner.execute<{ pid: number }>(expression`select pg_backend_pid() as pid`);
        if (run === 1) await admin.sql`select pg_terminate_backend(${row?.pid ?? 0})`;
        await inner.execute(expression`update slips set n = n + 1 where id = 1`);
      });
    });
    await admin.sql.end();
    expect(runs).toBe(2);
    expect(await values()).toEqual([1, 0]);
  });

  it("undoes a savepoint alone when only its part fails", async () => {
    await transact(async (tx) => {
      await tx.execute(expression`update slips set n = 1 where id = 1`);
      const part = tx.transaction(async (inner) => {
        await inner.execute(expression`update slips set n = 1 where id = 2`);
        throw new Error("only this part");
      });
      await expect(part).rejects.toThrow("only this part");
    });
    expect(await values()).toEqual([1, 0]);
  });

  it("sets limits on every statement and every wait for a lock", async () => {
    const [row] = await db.execute(
      expression`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`,
    );
    expect(row).toEqual({ statement: "15s", lock: "8s" });
  });
});

describe("testDatabase", () => {
  it.each([1, 2])("gives an empty database each time it is called (%i)", async () => {
    const [row] = await sql`select count(*)::int as tables from pg_tables where tablename = 'slips'`;
    expect(row?.tables).toBe(1);
    await sql`insert into slips values (3, 0)`; // would collide with a left-over of the run before
    await testDatabase();
    const [after] = await sql`select count(*)::int as tables from pg_tables where tablename = 'slips'`;
    expect(after?.tables).toBe(0);
  });
});
