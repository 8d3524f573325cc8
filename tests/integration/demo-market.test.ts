/** The demo market, lived through once for real: its books hold, its people can sign in, and it is full of open ends. */

import { and, eq, isNotNull, lt } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyPassword } from "@/app/auth/password";
import { browseOffers } from "@/app/domain/discovery/browse-offers";
import { clockOffset, now } from "@/app/lib/clock";
import { rereadEnv } from "@/app/lib/env";
import { one, required } from "@/app/lib/one";
import { runChecks } from "@/db/checks";
import { db, sql } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { users } from "@/db/schema/account";
import { brands } from "@/db/schema/brand";
import { collaborations } from "@/db/schema/collaboration";
import { creators } from "@/db/schema/creator";
import { offer_photos, offers } from "@/db/schema/offer";
import { outbox } from "@/db/schema/outbox";
import { strike_appeals } from "@/db/schema/standing";
import { transact } from "@/db/transact";
import { type Sandbox, startSandbox } from "@/sandbox/main";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand } from "../factories/people";
import { testDatabase } from "../setup/database";

const TIMEOUT_MS = 600_000;

describe("beside the sandbox", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    await testDatabase();
    sandbox = await startSandbox({ env: { APP_URL: "http://127.0.0.1:4459", SANDBOX_PORT: "0" } });
    Object.assign(process.env, sandbox.app_env);
    rereadEnv();
    const { seedDemo } = await import("@/demo/seed-demo");
    expect(await seedDemo(() => {})).toBe(true);
  }, TIMEOUT_MS);
  afterAll(() => sandbox.close());

  test("every invariant of the books holds", async () => {
    const outcomes = await runChecks(sql);
    expect(outcomes.flatMap(({ name, violations }) => violations.map((one) => [name, one]))).toEqual([]);
    expect(outcomes.find(({ name }) => name.startsWith("01"))?.examined).toBeGreaterThan(300);
  });

  test("it looks like a market", async () => {
    expect(await db.$count(brands)).toBe(8);
    expect(await db.$count(creators)).toBe(60);
    expect(await db.$count(offers)).toBeGreaterThanOrEqual(40);
    const statuses = await db.selectDistinct({ status: offers.status }).from(offers);
    expect(statuses.map(({ status }) => status).sort()).toEqual(["closed", "live", "paused", "unpaid"]);
    const states = (await db.selectDistinct({ state: collaborations.state }).from(collaborations)).map(
      ({ state }) => state,
    );
    for (const state of [
      "applied",
      "slot_offered",
      "invited",
      "awaiting_sample",
      "in_transit",
      "creating",
      "in_review",
      "appealed",
      "monitoring",
      "completed",
      "defaulted",
    ] as const)
      expect(states).toContain(state);
    const { offers: shown } = await browseOffers(db, {}, null, 100);
    expect(shown.every(({ photo_id }) => photo_id)).toBe(true);
    expect(await db.$count(offer_photos)).toBe(2 * (await db.$count(offers)));
  });

  test("nothing is overdue, nobody lives in the future, and the clock stands where it stood", async () => {
    const due = and(isNotNull(collaborations.due_at), lt(collaborations.due_at, now()));
    expect(await db.select({ id: collaborations.id }).from(collaborations).where(due)).toEqual([]);
    expect(clockOffset()).toBe(0);
    const latest = one(
      await db.select().from(collaborations).orderBy(collaborations.created_at).limit(1),
      "the collaboration",
    );
    expect(latest.created_at < now()).toBe(true);
  });

  test("deadlines that run have their jobs waiting, and old letters are not sent again", async () => {
    const unsent = await db.select().from(outbox).where(eq(outbox.name, "email/requested"));
    expect(unsent.every(({ sent_at }) => sent_at)).toBe(true);
    const waiting = await db.select().from(outbox).where(eq(outbox.name, "collaboration/deadline.set"));
    const running = await db.select().from(collaborations).where(isNotNull(collaborations.due_at));
    const open = new Set(
      waiting.filter(({ sent_at }) => !sent_at).map(({ data }) => `${data.collaboration_id}@${data.version}`),
    );
    expect(running.filter(({ id, version }) => !open.has(`${id}@${version}`))).toEqual([]);
  });

  test("each sign-in of the demo works, and somebody waits for the operator", async () => {
    const { DEMO_PASSWORD, DEMO_SIGN_INS } = await import("@/demo/sign-ins");
    for (const { email, role } of DEMO_SIGN_INS) {
      const [user] = await db.select().from(users).where(eq(users.email, email));
      expect(user).toMatchObject({ role });
      expect(required(user, "the user").email_verified_at).not.toBeNull();
      expect(await verifyPassword(required(user, "the user").password_hash, DEMO_PASSWORD)).toBe(true);
    }
    const chinese = one(
      await db.select().from(users).where(eq(users.email, "zh-brand@demo.postbond.test")),
      "the user",
    );
    expect(chinese.locale).toBe("zh");
    expect(await db.$count(strike_appeals, eq(strike_appeals.status, "open"))).toBe(1);
    expect(await db.$count(collaborations, eq(collaborations.needs_operator, true))).toBeGreaterThan(0);
  });

  test("an interrupted one is begun anew, a whole one never", async () => {
    const { dropHalfDone, isHalfDone, markBegun, markDone } = await import("@/demo/half-done");
    expect(await isHalfDone(db)).toBe(false);
    await expect(transact(dropHalfDone)).rejects.toThrow("no interrupted");
    await transact(markBegun);
    expect(await isHalfDone(db)).toBe(true);
    await transact(markDone);
  });

  test("a second start adds nothing", async () => {
    const { seedDemo } = await import("@/demo/seed-demo");
    const before = await db.$count(users);
    expect(await seedDemo(() => {})).toBe(false);
    expect(await db.$count(users)).toBe(before);
  });
});

describe("after an interruption", () => {
  test("the half market goes, books and all, and the tables are new", async () => {
    const { url } = await testDatabase();
    const { dropHalfDone, isHalfDone, markBegun } = await import("@/demo/half-done");
    await makeLiveOffer(await makeBrand());
    await transact(markBegun);
    await transact(dropHalfDone);
    await migrateDatabase(url);
    expect(await isHalfDone(db)).toBe(false);
    expect(await db.$count(users)).toBe(0);
    await makeLiveOffer(await makeBrand());
    expect(await db.$count(offers)).toBe(1);
  });
});
