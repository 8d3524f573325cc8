/** Tables, cursor lists, expansion, the scheduler and balances of the sandbox's Stripe. */

import fc from "fast-check";
import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { required } from "@/app/lib/one";
import type { SandboxClock } from "@/sandbox/frame/clock";
import { Store } from "@/sandbox/frame/store";
import { Scheduler } from "@/sandbox/stripe/keep/scheduler";
import { PLATFORM, Table } from "@/sandbox/stripe/keep/table";
import { Balances } from "@/sandbox/stripe/money/balances";
import { assertChargeable, processingFee, shown } from "@/sandbox/stripe/money/currency";
import { expandAll } from "@/sandbox/stripe/wire/expand";
import { listPage } from "@/sandbox/stripe/wire/list";
import { mergeMetadata } from "@/sandbox/stripe/wire/metadata";
import type { World } from "@/sandbox/stripe/world";

type Thing = { id: string; created: number; group: string | null };

function things(count: number): Table<Thing> {
  const table = new Table<Thing>(new Store(), "things", { group: (thing) => thing.group });
  for (let n = 0; n < count; n++)
    table.insert(n % 5 === 4 ? "acct_1" : PLATFORM, {
      id: `t${n}`,
      created: 100 + n,
      group: n % 2 ? "odd" : "even",
    });
  return table;
}

const listing = (table: Table<Thing>, by?: [string, string]) => ({
  table,
  scope: PLATFORM,
  by,
  url: "/v1/things",
  thing: "thing",
});

describe("a list", () => {
  it("goes through everything once, newest first, whatever the page size and the filter", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        (count, limit, odd) => {
          const table = things(count);
          const seen: string[] = [];
          let starting_after: string | undefined;
          for (let page = 0; page <= count; page++) {
            const list = listPage(listing(table, odd ? ["group", "odd"] : undefined), {
              limit,
              starting_after,
            });
            seen.push(...list.data.map((thing) => thing.id));
            starting_after = list.data.at(-1)?.id;
            if (!list.has_more) break;
          }
          const expected = table.all(PLATFORM).filter((thing) => !odd || thing.group === "odd");
          expect(seen).toEqual(expected.map((thing) => thing.id).reverse());
        },
      ),
    );
  }, 60_000); // ms: hundreds of examples

  it("turns back from a page with ending_before", () => {
    const table = things(20);
    const back = listPage(listing(table), { limit: 3, ending_before: "t10" });
    expect(back.data.map((thing) => thing.id)).toEqual(["t13", "t12", "t11"]);
    expect(back.has_more).toBe(true);
  });

  it("filters by when things were made", () => {
    const table = things(20);
    const made = (created: Stripe.RangeQueryParam | number) =>
      listPage(listing(table), { created, limit: 100 }).data.map((thing) => thing.created);
    expect(made({ gte: 105, lt: 108 })).toEqual([107, 106, 105]);
    expect(made({ gt: 117 })).toEqual([118]);
    expect(made(106)).toEqual([106]);
  });

  it("refuses limits and cursors that cannot be", () => {
    const table = things(3);
    expect(() => listPage(listing(table), { limit: 0 })).toThrow("greater than or equal to 1");
    expect(() => listPage(listing(table), { limit: 101 })).toThrow("less than or equal to 100");
    expect(() => listPage(listing(table), { starting_after: "t99" })).toThrow("No such thing: 't99'");
    expect(() => listPage(listing(things(9)), { starting_after: "t4" }), "another account's").toThrow(
      "No such thing",
    );
  });
});

describe("a table", () => {
  it("keeps its indexes in order when keys change and old objects are forgotten", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(19), fc.constantFrom("a", "b", null))),
        fc.nat(15),
        (changes, old) => {
          const table = things(20);
          for (const [n, group] of changes) {
            const thing = required(table.get(`t${n}`), "the thing");
            thing.group = group;
            table.save(thing);
          }
          table.forgetOldest((thing) => thing.created < 100 + old);
          for (const group of ["a", "b", "odd", "even"])
            expect(table.all(PLATFORM, "group", group)).toEqual(
              table.all(PLATFORM).filter((thing) => thing.group === group),
            );
          expect(table.size).toBe(20 - old);
        },
      ),
    );
  }, 60_000); // ms: hundreds of examples
});

describe("expanding", () => {
  const world = {} as World;
  const charge = {
    id: "ch_1",
    object: "charge",
    balance_transaction: "txn_1",
    refunds: undefined,
    customer: null,
  };
  const expandables = {
    charge: {
      balance_transaction: () => ({ id: "txn_1", object: "balance_transaction", source: "ch_1" }),
      customer: () => undefined,
    },
    balance_transaction: { source: () => charge },
  };
  const expand = (object: object, ...paths: string[]) => expandAll(world, object, paths, expandables);

  it("puts objects in the place of ids, as deep as asked, and leaves the original alone", () => {
    expect(expand(charge, "balance_transaction.source")).toMatchObject({
      balance_transaction: { id: "txn_1", source: { id: "ch_1", balance_transaction: "txn_1" } },
    });
    expect(charge.balance_transaction).toBe("txn_1");
  });

  it("goes through lists, and through what is null", () => {
    const list = { object: "list", data: [charge, charge] };
    expect(expand(list, "data.balance_transaction")).toMatchObject({
      data: [{ balance_transaction: { id: "txn_1" } }, {}],
    });
    expect(expand(charge, "customer")).toMatchObject({ customer: null });
  });

  it("refuses what cannot be expanded and what is too deep", () => {
    expect(() => expand(charge, "id")).toThrow("This property cannot be expanded (id).");
    expect(() => expand(charge, "nothing")).toThrow("cannot be expanded");
    expect(() => expand(charge, "a.b.c.d.e")).toThrow("cannot expand more than 4 levels");
  });
});

describe("metadata", () => {
  it("is merged key by key; empty values remove", () => {
    expect(mergeMetadata({ a: "1", b: "2" }, { b: "", c: 3 })).toEqual({ a: "1", c: "3" });
    expect(mergeMetadata({ a: "1" }, "")).toEqual({});
    expect(mergeMetadata({ a: "1" }, undefined)).toEqual({ a: "1" });
  });
});

function schedulerAt(now: { ms: number }): Scheduler {
  return new Scheduler({ now: () => new Date(now.ms), at: () => () => {} } as unknown as SandboxClock);
}

describe("the scheduler", () => {
  it("does what is due in order of time, then of asking, and never what is not wanted any more", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(50), fc.boolean())), fc.nat(60), (entries, until) => {
        const now = { ms: 0 };
        const scheduler = schedulerAt(now);
        const done: number[] = [];
        entries.forEach(([due, dropped], index) => {
          scheduler.at(
            due,
            () => done.push(index),
            () => !dropped,
          );
        });
        now.ms = until;
        scheduler.catchUp();
        const expected = entries
          .map(([due, dropped], index) => ({ due, dropped, index }))
          .filter((entry) => !entry.dropped && entry.due <= until)
          .sort((a, b) => a.due - b.due || a.index - b.index);
        expect(done).toEqual(expected.map((entry) => entry.index));
      }),
    );
  }, 60_000); // ms: hundreds of examples
});

describe("balances", () => {
  it("are the sum of their transactions, before and after settling and a restart", () => {
    const now = { ms: 0 };
    const store = new Store();
    const table = new Table<Stripe.BalanceTransaction>(store, "transactions");
    const scheduler = schedulerAt(now);
    const balances = new Balances(table, scheduler);
    const settled: string[] = [];
    balances.onSettled.push((_scope, currency) => settled.push(currency));
    const post = (id: string, net: number, available_on: number) =>
      balances.post(PLATFORM, {
        id,
        object: "balance_transaction",
        net,
        fee: 1,
        currency: "usd",
        available_on,
        status: available_on > now.ms / 1000 ? "pending" : "available",
      } as Stripe.BalanceTransaction);
    post("a", 100, 0);
    post("b", 50, 10);
    post("c", -20, 10);
    expect(balances.of(PLATFORM, "usd")).toEqual({ available_minor: 100, pending_minor: 30, fees_minor: 3 });
    const again = new Balances(new Table(store, "transactions"), schedulerAt(now));
    expect(again.of(PLATFORM, "usd")).toEqual(balances.of(PLATFORM, "usd"));
    now.ms = 10_000;
    scheduler.catchUp();
    expect(balances.of(PLATFORM, "usd")).toEqual({ available_minor: 130, pending_minor: 0, fees_minor: 3 });
    expect(settled).toEqual(["usd", "usd"]);
  });
});

describe("currencies", () => {
  it.each([
    [1_000, "usd", "$10.00", 59],
    [1_000, "jpy", "¥1,000", 59],
    [1_000, "kwd", "KWD 1.000", 119],
    [1_000, "eur", "€10.00", 59],
  ])("%i of %s is %s and costs %i", (amount, currency, text, fee) => {
    expect(shown(amount, currency).replaceAll("\u00a0", " ")).toBe(text);
    expect(processingFee(amount, currency)).toBe(fee);
    expect(() => assertChargeable(amount, currency)).not.toThrow();
  });
});
