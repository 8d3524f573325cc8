/**
 * The transaction of pgbench's default script (TPC-B, scale 1) through postgres.js, in a schema of its own: three balances and one line
 * of history, where every transaction meets the others at one branch, as every booking of ours meets the others at the
 * platform's account.
 */
import type { Sql } from "postgres";

const TELLERS = 10;
const ACCOUNTS = 100_000;

export async function fillTpcb(sql: Sql): Promise<void> {
  await sql.unsafe(`
    create schema tpcb;
    create table tpcb.branches (bid int primary key, bbalance int not null, filler char(88)) with (fillfactor = 100);
    create table tpcb.tellers (tid int primary key, bid int not null, tbalance int not null, filler char(84));
    create table tpcb.accounts (aid int primary key, bid int not null, abalance int not null, filler char(84));
    create table tpcb.history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
    insert into tpcb.branches values (1, 0);
    insert into tpcb.tellers select i, 1, 0 from generate_series(1, ${TELLERS}) i;
    insert into tpcb.accounts select i, 1, 0, '' from generate_series(1, ${ACCOUNTS}) i;
    analyze tpcb.branches, tpcb.tellers, tpcb.accounts;
  `);
}

export async function runTpcb(sql: Sql): Promise<void> {
  const aid = 1 + Math.floor(Math.random() * ACCOUNTS);
  const tid = 1 + Math.floor(Math.random() * TELLERS);
  const delta = Math.floor(Math.random() * 10_001) - 5_000;
  await sql.begin(async (tx) => {
    await tx`update tpcb.accounts set abalance = abalance + ${delta} where aid = ${aid}`;
    await tx`select abalance from tpcb.accounts where aid = ${aid}`;
    await tx`update tpcb.tellers set tbalance = tbalance + ${delta} where tid = ${tid}`;
    await tx`update tpcb.branches set bbalance = bbalance + ${delta} where bid = 1`;
    await tx`insert into tpcb.history (tid, bid, aid, delta, mtime) values (${tid}, 1, ${aid}, ${delta}, current_timestamp)`;
  });
}
