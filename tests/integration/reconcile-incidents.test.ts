/** What looking after the books leaves behind: incidents that open once, close with words, and stay decided; audits, the latest of each. */

import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { INCIDENT_KINDS } from "@/app/domain/audit/incident-kinds";
import { markRepaired, openIncident, resolveIncident } from "@/app/domain/audit/incidents";
import { latestAudits, recordAudit } from "@/app/domain/audit/ledger-audits";
import { listIncidents } from "@/app/domain/audit/queries/incidents";
import operatorIncidentsTexts from "@/app/i18n/en/operator/incidents";
import { textsIn } from "@/app/i18n/server";
import { DAY_MS, now, setClockOffset } from "@/app/lib/clock";
import { one, required } from "@/app/lib/one";
import { db } from "@/db/client";
import { incidents } from "@/db/schema/audit";
import { transact } from "@/db/transact";
import { makeOperator } from "../factories/people";
import { testDatabase } from "../setup/database";

const SEEN = {
  kind: "transfer_unknown",
  subject: "tr_1",
  expected: { movement: null },
  found: { amount_minor: 500, currency: "USD" },
} as const;

beforeAll(() => testDatabase());
beforeEach(async () => {
  await db.delete(incidents);
});
afterEach(() => setClockOffset(0));

const rows = () => db.select().from(incidents).orderBy(incidents.created_at);

describe("an incident", () => {
  test("seen every night is one row whose last sight moves", async () => {
    expect(await transact((tx) => openIncident(tx, SEEN))).toBe("opened");
    setClockOffset(DAY_MS);
    expect(
      await transact((tx) => openIncident(tx, { ...SEEN, found: { amount_minor: 600, currency: "USD" } })),
    ).toBe("open");
    const [row, ...others] = await rows();
    expect(others).toEqual([]);
    expect(
      required(row, "the row").last_seen_at.getTime() - required(row, "the row").created_at.getTime(),
    ).toBeGreaterThan(80_000_000);
    expect(row?.found).toEqual({ amount_minor: 600, currency: "USD" });
  });

  test("opened by twenty at once is one row", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => transact((tx) => openIncident(tx, SEEN))),
    );
    expect(outcomes.filter((outcome) => outcome === "opened")).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });

  test("is closed by an operator's words only, once", async () => {
    const operator = await makeOperator();
    await transact((tx) => openIncident(tx, SEEN));
    const row = one(await rows(), "the incident");
    const resolve = (words: string, incident_id = row.id) =>
      transact((tx) => resolveIncident(tx, operator, { incident_id, words }));
    await expect(resolve("  ok  ")).rejects.toMatchObject({ code: "incident_words_missing" });
    await resolve("A test of finance, reversed by hand.");
    expect((await rows())[0]).toMatchObject({
      status: "resolved",
      outcome: "A test of finance, reversed by hand.",
      closed_by_user_id: operator.user_id,
    });
    await expect(resolve("A second time, in other words.")).rejects.toMatchObject({ status: 409 });
    await expect(resolve("For something unknown.", "incident_0")).rejects.toMatchObject({ status: 404 });
  });

  test("that was decided stays decided while it looks the same, and opens anew when it looks different", async () => {
    const operator = await makeOperator();
    await transact((tx) => openIncident(tx, SEEN));
    const row = one(await rows(), "the incident");
    await transact((tx) =>
      resolveIncident(tx, operator, { incident_id: row.id, words: "Known and agreed with finance." }),
    );
    expect(await transact((tx) => openIncident(tx, SEEN))).toBe("resolved");
    expect(await rows()).toHaveLength(1);
    expect(
      await transact((tx) => openIncident(tx, { ...SEEN, found: { amount_minor: 700, currency: "USD" } })),
    ).toBe("opened");
    expect(await rows()).toHaveLength(2);
  });

  test("that was repaired is kept as history, or closes what was open", async () => {
    await transact((tx) => markRepaired(tx, { ...SEEN, kind: "movement_not_settled" }, "settled"));
    await transact((tx) => openIncident(tx, SEEN));
    await transact((tx) => markRepaired(tx, SEEN, "settled"));
    expect((await rows()).map(({ status, outcome }) => ({ status, outcome }))).toEqual([
      { status: "repaired", outcome: "settled" },
      { status: "repaired", outcome: "settled" },
    ]);
  });

  test("stands in a list that goes on where it stopped", async () => {
    for (let index = 0; index < 7; index++) {
      setClockOffset(Math.floor(index / 3) * 60_000); // several within one moment
      await transact((tx) => openIncident(tx, { ...SEEN, subject: `tr_${index}` }));
    }
    const seen: string[] = [];
    let after: Awaited<ReturnType<typeof listIncidents>>["next"] = null;
    do {
      const page = await listIncidents(db, { status: "open", after, limit: 2 });
      seen.push(...page.rows.map(({ subject }) => subject));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    expect((await listIncidents(db, { status: "repaired" })).rows).toEqual([]);
    const newest = one(
      await db.select().from(incidents).where(eq(incidents.subject, "tr_6")),
      "the incident",
    );
    expect(seen.indexOf(newest.subject)).toBe(0);
  });
});

test("every kind of incident has a text in both languages", () => {
  for (const locale of ["en", "zh"] as const) {
    const t = textsIn(locale, operatorIncidentsTexts);
    for (const kind of INCIDENT_KINDS) expect(t(`kinds.${kind}`)).not.toContain("incidents.");
  }
});

test("the latest audit of each kind is shown", async () => {
  expect(await latestAudits(db)).toEqual({});
  const audit = (kind: "invariants" | "reconciliation", held: boolean) =>
    transact((tx) =>
      recordAudit(tx, { kind, began_at: now(), took_ms: 12.7, held, figures: { checks: 15 } }),
    );
  await audit("invariants", false);
  setClockOffset(60_000);
  await audit("invariants", true);
  await audit("reconciliation", false);
  const latest = await latestAudits(db);
  expect(latest.invariants).toMatchObject({ held: true, took_ms: 13, figures: { checks: 15 } });
  expect(latest.reconciliation).toMatchObject({ held: false });
});
