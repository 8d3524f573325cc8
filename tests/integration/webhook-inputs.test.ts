/** Whatever comes in Stripe's name: it is refused, kept with a reason, or true. Nothing that is false moves a cent. */
import { beforeAll, describe, expect, test } from "vitest";
import { listOddStripeEvents } from "@/app/domain/ledger/queries/waiting";
import { refusedWebhooks } from "@/app/stripe/read-event";
import { db } from "@/db/client";
import { eventAbout, inboxRow, postWebhook } from "../factories/stripe-webhooks";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

describe("a signature", () => {
  test.each([
    ["that is wrong", { secret: "whsec_somebody_else" }],
    ["that is older than five minutes", { age_s: 301 }],
  ])("%s is refused and counted, and nothing is stored", async (_what, how) => {
    const event = eventAbout("payout.paid", { id: "po_1" });
    const before = refusedWebhooks().signature;
    expect(await postWebhook(JSON.stringify(event), how)).toBe(400);
    expect(refusedWebhooks().signature).toBe(before + 1);
    expect(await inboxRow(event.id)).toBeUndefined();
  });
});

describe("an event", () => {
  test("that comes twice is one row, worked on once", async () => {
    const event = eventAbout("payout.paid", { id: "po_1" });
    const body = JSON.stringify(event);
    expect([await postWebhook(body), await postWebhook(body)]).toEqual([200, 200]);
    const row = await inboxRow(event.id);
    await postWebhook(body);
    expect(await inboxRow(event.id)).toEqual(row);
    expect(row).toMatchObject({ outcome: "noted", attempts: 0 });
  });

  test("of an unknown type is stored, acknowledged and shown to the operator", async () => {
    const event = eventAbout("charge.teleported", { id: "ch_1" });
    expect(await postWebhook(JSON.stringify(event))).toBe(200);
    expect(await inboxRow(event.id)).toMatchObject({ outcome: "ignored", payload: { id: event.id } });
    expect((await listOddStripeEvents(db)).rows.map(({ id }) => id)).toContain(event.id);
  });

  test("of an unknown API version is stored with it and acknowledged", async () => {
    const event = eventAbout("payout.paid", { id: "po_1" }, { api_version: "2031-01-01.someday" });
    expect(await postWebhook(JSON.stringify(event))).toBe(200);
    expect(await inboxRow(event.id)).toMatchObject({
      api_version: "2031-01-01.someday",
      outcome: "noted",
    });
  });
});
