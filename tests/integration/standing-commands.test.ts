/** Strikes, suspension, blacklist, appeals, and people who come back under another name. */

import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { appealStrike } from "@/app/domain/standing/appeal-strike";
import { assertGoodStanding } from "@/app/domain/standing/assert-good-standing";
import { decideStrikeAppeal } from "@/app/domain/standing/decide-strike-appeal";
import { detectBanEvasion } from "@/app/domain/standing/detect-ban-evasion";
import { standingOf } from "@/app/domain/standing/queries/standing";
import { listOpenStrikeAppeals } from "@/app/domain/standing/queries/strike-appeals";
import { recordStrike } from "@/app/domain/standing/record-strike";
import { refreshStandings } from "@/app/domain/standing/refresh-standing";
import type { Subject } from "@/app/domain/standing/subject";
import type { StrikeKind } from "@/app/domain/standing/vocabulary";
import { DAY_MS, setClockOffset } from "@/app/lib/clock";
import type { CollaborationId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { db } from "@/db/client";
import { users } from "@/db/schema/account";
import { creator_addresses, creator_channels, creators } from "@/db/schema/creator";
import { outbox } from "@/db/schema/outbox";
import { strikes } from "@/db/schema/standing";
import { transact } from "@/db/transact";
import { dealAt, letDeadlinePass } from "../factories/collaborations";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeCreator, makeOperator, type TestCreator } from "../factories/people";
import { testDatabase } from "../setup/database";

const STATEMENT = "I was ill for the whole of that month and can prove it.";

beforeAll(async () => {
  await testDatabase();
});
afterEach(() => setClockOffset(0));

const subjectOf = (creator: TestCreator): Subject => ({
  subject_kind: "creator",
  subject_id: creator.creator_id,
});
const strike = (creator: TestCreator, kind: StrikeKind, collaboration_id: CollaborationId | null = null) =>
  transact((tx) => recordStrike(tx, { ...subjectOf(creator), kind, collaboration_id }));
const report = (creator: TestCreator) => transact((tx) => standingOf(tx, subjectOf(creator)));
const requestedEmails = async (creator: TestCreator) =>
  (await db.select().from(outbox).where(eq(outbox.name, "email/requested")))
    .filter(({ data }) => data.user_id === creator.user_id)
    .map(({ data }) => data.template);

describe("strikes", () => {
  test("one breach of one collaboration counts once, however often and however parallel it is recorded", async () => {
    const deal = await dealAt("creating");
    const recorded = await Promise.all([1, 2, 3, 4].map(() => strike(deal.creator, "very_late", deal.id)));
    expect(recorded.filter(Boolean)).toHaveLength(1);
    expect(await report(deal.creator)).toMatchObject({ points: 1, standing: "good" });
    expect(await requestedEmails(deal.creator)).toEqual(["strike_received"]);
  });

  test("three points suspend for thirty days, and the sweep lets the person back", async () => {
    const creator = await makeCreator();
    await strike(creator, "ghosted");
    expect(await requestedEmails(creator)).toEqual(["strike_received", "suspended"]);
    await expect(transact((tx) => assertGoodStanding(tx, subjectOf(creator)))).rejects.toMatchObject({
      code: "suspended",
      status: 403,
    });
    setClockOffset(29 * DAY_MS);
    await transact((tx) => refreshStandings(tx, 100));
    expect((await report(creator)).standing).toBe("suspended");
    setClockOffset(30 * DAY_MS + 1_000);
    // Served, even before the sweep has come by.
    await transact((tx) => assertGoodStanding(tx, subjectOf(creator)));
    await transact((tx) => refreshStandings(tx, 100));
    const [row] = await db.select().from(creators).where(eq(creators.id, creator.creator_id));
    expect(row).toMatchObject({ standing: "good", suspended_until: null });
    expect((await report(creator)).points).toBe(3);
  });

  test("points decay after 180 days; the blacklist does not", async () => {
    const mild = await makeCreator();
    const gone = await makeCreator();
    await strike(mild, "taken_down_early");
    await strike(gone, "ghosted");
    await strike(gone, "returned_after_reimbursement");
    expect((await report(gone)).standing).toBe("blacklisted");
    setClockOffset(181 * DAY_MS);
    await strike(mild, "taken_down_early");
    expect(await report(mild)).toMatchObject({ points: 2, standing: "good" });
    await strike(gone, "very_late");
    expect((await report(gone)).standing).toBe("blacklisted");
  });

  test("two defaults in a row: blacklisted, and refused at the next offer", async () => {
    const creator = await makeCreator();
    const first = await dealAt("creating", { creator });
    const second = await dealAt("creating", { creator });
    for (const { id } of [first, second]) {
      await letDeadlinePass(id);
      await letDeadlinePass(id);
    }
    expect(await report(creator)).toMatchObject({ standing: "blacklisted", ghosts: 2, points: 6 });
    const offer = await makeLiveOffer(await makeBrand());
    await expect(
      transact((tx) =>
        applyToOffer(tx, creator, { offer_id: offer.id, channel_id: creator.channel_id, pitch: "" }),
      ),
    ).rejects.toMatchObject({ code: "blacklisted", status: 403 });
  });

  test("strikes that come at once are all counted", async () => {
    const creator = await makeCreator();
    await Promise.all([1, 2, 3, 4, 5, 6].map(() => strike(creator, "very_late")));
    expect(await report(creator)).toMatchObject({ points: 6, standing: "blacklisted" });
  });

  test("a brand's strike is told to its members who may act", async () => {
    const brand = await makeBrand();
    const subject = { subject_kind: "brand", subject_id: brand.brand_id } as const;
    await transact((tx) => recordStrike(tx, { ...subject, kind: "did_not_ship", collaboration_id: null }));
    expect(await transact((tx) => standingOf(tx, subject))).toMatchObject({ points: 1, standing: "good" });
    const told = await db.select().from(outbox).where(eq(outbox.name, "email/requested"));
    expect(told.filter(({ data }) => data.user_id === brand.user_id)).toHaveLength(1);
  });
});

describe("appeals", () => {
  const appeal = (creator: TestCreator) =>
    transact((tx) => appealStrike(tx, creator, { statement: STATEMENT }));

  test("lifted: the strikes stay on record, count no more, and the person is told", async () => {
    const creator = await makeCreator();
    const operator = await makeOperator();
    await strike(creator, "ghosted");
    const appeal_id = await appeal(creator);
    expect((await transact((tx) => listOpenStrikeAppeals(tx))).rows.map(({ id }) => id)).toContain(appeal_id);
    const decision = {
      appeal_id,
      decision: "lifted",
      reason: "The letter from the hospital proves it.",
    } as const;
    await transact((tx) => decideStrikeAppeal(tx, operator, decision));
    expect(await report(creator)).toMatchObject({
      standing: "good",
      points: 0,
      strikes: [{ counts: false }],
    });
    expect(await requestedEmails(creator)).toContain("strike_appeal_decided");
    await expect(transact((tx) => decideStrikeAppeal(tx, operator, decision))).rejects.toMatchObject({
      code: "strike_appeal_already_decided",
    });
  });

  test("the appealed strike waits for the decision, and counts when it is kept", async () => {
    const creator = await makeCreator();
    const operator = await makeOperator();
    await strike(creator, "taken_down_early");
    const appeal_id = await appeal(creator);
    setClockOffset(DAY_MS);
    await strike(creator, "very_late");
    expect((await report(creator)).standing).toBe("good");
    await transact((tx) =>
      decideStrikeAppeal(tx, operator, {
        appeal_id,
        decision: "kept",
        reason: "The post was gone on the third day.",
      }),
    );
    expect(await report(creator)).toMatchObject({ standing: "suspended", points: 3 });
  });

  test("an appeal is no shield: what comes after it counts at once, and the decision prolongs nothing", async () => {
    const creator = await makeCreator();
    const operator = await makeOperator();
    await strike(creator, "very_late");
    const appeal_id = await appeal(creator);
    setClockOffset(DAY_MS);
    await strike(creator, "ghosted");
    const suspended = await report(creator);
    expect(suspended.standing).toBe("suspended");
    setClockOffset(3 * DAY_MS);
    await transact((tx) =>
      decideStrikeAppeal(tx, operator, { appeal_id, decision: "lifted", reason: "The carrier was late." }),
    );
    expect((await report(creator)).suspended_until).toEqual(suspended.suspended_until);
    setClockOffset(4 * DAY_MS);
    await strike(creator, "ghosted");
    expect((await report(creator)).standing).toBe("blacklisted");
  });

  test("an open appeal does not lift what it is against when something smaller follows", async () => {
    const creator = await makeCreator();
    await strike(creator, "ghosted");
    await appeal(creator);
    setClockOffset(DAY_MS);
    await strike(creator, "very_late");
    expect((await report(creator)).standing).toBe("suspended");
  });

  test("a strike after the appeal is not lifted with it", async () => {
    const creator = await makeCreator();
    await strike(creator, "taken_down_early");
    const appeal_id = await appeal(creator);
    setClockOffset(DAY_MS);
    await strike(creator, "ghosted");
    const operator = await makeOperator();
    await transact((tx) =>
      decideStrikeAppeal(tx, operator, {
        appeal_id,
        decision: "lifted",
        reason: "The platform took it down by mistake.",
      }),
    );
    expect(await report(creator)).toMatchObject({ standing: "suspended", points: 3 });
  });

  test("keeping does not prolong what is being served", async () => {
    const creator = await makeCreator();
    await strike(creator, "ghosted");
    const { suspended_until } = await report(creator);
    setClockOffset(DAY_MS);
    const appeal_id = await appeal(creator);
    setClockOffset(5 * DAY_MS);
    const operator = await makeOperator();
    await transact((tx) =>
      decideStrikeAppeal(tx, operator, { appeal_id, decision: "kept", reason: "No proof was sent to us." }),
    );
    expect((await report(creator)).suspended_until).toEqual(suspended_until);
  });

  test("fourteen days, once, in a sentence, and only with something to appeal", async () => {
    const creator = await makeCreator();
    await expect(appeal(creator)).rejects.toMatchObject({ code: "nothing_to_appeal" });
    await strike(creator, "ghosted");
    await expect(transact((tx) => appealStrike(tx, creator, { statement: "no" }))).rejects.toMatchObject({
      code: "statement_missing",
    });
    const tried = await Promise.allSettled([appeal(creator), appeal(creator)]);
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(appeal(creator)).rejects.toMatchObject({ code: "appeal_open" });
    const late = await makeCreator();
    await strike(late, "ghosted");
    setClockOffset(15 * DAY_MS);
    await expect(appeal(late)).rejects.toMatchObject({ code: "nothing_to_appeal" });
  });
});

describe("coming back", () => {
  async function blacklisted(): Promise<TestCreator> {
    const creator = await makeCreator();
    await db
      .update(creator_addresses)
      .set({ line1: `${creator.creator_id} Road`, phone: "+1 (415) 555-0199" })
      .where(eq(creator_addresses.creator_id, creator.creator_id));
    await strike(creator, "ghosted");
    await strike(creator, "returned_after_reimbursement");
    return creator;
  }
  const recognised = (creator: TestCreator) => transact((tx) => detectBanEvasion(tx, creator.creator_id));

  test("under another e-mail spelling, telephone or address; and a stranger is not", async () => {
    const old = await blacklisted();
    const stranger = await makeCreator();
    expect(await recognised(stranger)).toBeNull();
    expect(await recognised(old)).toBeNull();

    const old_user = one(await db.select().from(users).where(eq(users.id, old.user_id)), "the user");
    const mail = await makeCreator();
    await db
      .update(users)
      .set({ email_normalized: old_user.email_normalized })
      .where(eq(users.id, mail.user_id));
    expect(await recognised(mail)).toEqual({ creator_id: old.creator_id, trait: "email" });

    const phone = await makeCreator();
    await db
      .update(creator_addresses)
      .set({ phone: "415-555-0199" })
      .where(eq(creator_addresses.creator_id, phone.creator_id));
    expect(await recognised(phone)).toMatchObject({ trait: "phone" });

    const home = await makeCreator();
    await db
      .update(creator_addresses)
      .set({ line1: `${old.creator_id.toUpperCase()}  road`, postal_code: "62701" })
      .where(eq(creator_addresses.creator_id, home.creator_id));
    expect(await recognised(home)).toMatchObject({ trait: "address" });
  });

  test("with the channel they proved, and is refused when applying", async () => {
    const old = await blacklisted();
    const again = await makeCreator();
    const channel = one(
      await db
        .update(creator_channels)
        .set({ external_id: `UC-${old.creator_id}`, verified_at: null })
        .where(eq(creator_channels.id, old.channel_id))
        .returning(),
      "the channel",
    );
    await db
      .update(creator_channels)
      .set({ external_id: channel.external_id })
      .where(eq(creator_channels.id, again.channel_id));
    expect(await recognised(again)).toEqual({ creator_id: old.creator_id, trait: "channel" });
    const offer = await makeLiveOffer(await makeBrand());
    await expect(
      transact((tx) =>
        applyToOffer(tx, again, { offer_id: offer.id, channel_id: again.channel_id, pitch: "" }),
      ),
    ).rejects.toMatchObject({ code: "blacklisted" });
  });

  test("no strike is left without its subject", async () => {
    const rows = await db.select().from(strikes);
    expect(rows.every(({ points, decays_at, at }) => points > 0 && decays_at > at)).toBe(true);
  });
});
