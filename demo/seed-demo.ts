/**
 * The demo market: brands, creators, offers and ten weeks of working together, lived through by the real commands on real rails, so that
 * its books balance and its events are true. The same on every machine but for ids and instants.
 */

import { sql } from "drizzle-orm";
import { appealStrike } from "@/app/domain/standing/appeal-strike";
import { standingOf } from "@/app/domain/standing/queries/standing";
import { DAY_MS } from "@/app/lib/clock";
import { env } from "@/app/lib/env";
import { one } from "@/app/lib/one";
import { isRefusal } from "@/app/lib/refusal";
import { db } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { users } from "@/db/schema/account";
import { transact } from "@/db/transact";
import { bornDaysAgo, channelFor, rolesFor } from "./casting";
import { collaborationStory } from "./collaboration-stories";
import { makeDice } from "./dice";
import { dropHalfDone, isHalfDone, markBegun, markDone } from "./half-done";
import { type LiveOffer, offerStory } from "./offer-stories";
import { type DemoOffer, OFFERS } from "./offers";
import { settleOutbox } from "./outbox";
import { type SeededPopulation, seedPopulation } from "./people";
import { inDays, makeTimeline, type Story, type Timeline } from "./timeline";

export { DEMO_PASSWORD, DEMO_SIGN_INS } from "./sign-ins";

const SEED = 20_260_601;
const OLDEST_DAYS = 80;

/** Fills an empty database; does nothing where anybody has an account already. @returns whether it filled it */
export async function seedDemo(say: (line: string) => void = console.log): Promise<boolean> {
  if (await isHalfDone(db)) {
    say("  the last try was interrupted; beginning anew …");
    await transact(dropHalfDone);
    await migrateDatabase(env.DATABASE_URL);
  }
  if ((await db.select({ id: users.id }).from(users).limit(1)).length) return false;
  await transact(markBegun);
  const timeline = makeTimeline();
  const began = Date.now();
  timeline.add(ago(timeline, OLDEST_DAYS), opening());

  async function* opening(): Story {
    say("  inviting brands and creators …");
    const population = await seedPopulation();
    for (const [index, demo] of OFFERS.entries()) addOffer(timeline, population, demo, index);
    timeline.add(ago(timeline, 3), appeals(population));
    say("  living through ten weeks …");
    yield inDays(0);
  }

  const steps = await timeline.run((done) => {
    if (done % 250 === 0) say(`  ${done} steps, ${Math.round((Date.now() - began) / 1_000)} s`);
  });
  await settleOutbox();
  await db.execute(sql`analyze`);
  await transact(markDone);
  say(`  ${steps} steps in ${Math.round((Date.now() - began) / 1_000)} s`);
  return true;
}

function ago({ present }: Timeline, days: number): Date {
  return new Date(present.getTime() - days * DAY_MS);
}

function addOffer(timeline: Timeline, population: SeededPopulation, demo: DemoOffer, index: number): void {
  const brand = one(
    population.brands.filter(({ key }) => key === demo.brand),
    `the brand ${demo.brand}`,
  );
  const story = offerStory({
    demo,
    index,
    brand,
    payable: Boolean(env.STRIPE_API_BASE),
    on_live: (live) => addRoles(timeline, population, live, index),
  });
  timeline.add(ago(timeline, bornDaysAgo(demo, index)), story);
}

function addRoles(timeline: Timeline, population: SeededPopulation, live: LiveOffer, index: number): void {
  const dice = makeDice(SEED + index);
  for (const role of rolesFor(live.demo, population.creators, dice)) {
    const creator = one(
      population.creators.filter(({ handle }) => handle === role.creator),
      `the creator ${role.creator}`,
    );
    const channel = channelFor(creator, live.demo.channels, live.demo.min_followers);
    if (!channel) throw new Error(`${role.creator} has no channel for “${live.demo.title}”`);
    const { course, invited, pace } = role;
    const story = collaborationStory({
      ...live,
      creator,
      channel,
      operator: population.operator,
      course,
      invited,
      pace,
      dice,
    });
    timeline.add(inDays(role.after_days), orRefused(story));
  }
}

/** A slot that somebody else took first, a cap that is reached: in a lively market some stories end before they begin. */
async function* orRefused(story: Story): Story {
  try {
    yield* story;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const expected = [
      "slots_taken",
      "not_eligible",
      "suspended",
      "blacklisted",
      "offer_not_live",
      "stale_state",
    ];
    if (!expected.includes(error.code)) throw error;
  }
}

/** Whoever was shut out and has something to say about it. */
async function* appeals({ creators }: SeededPopulation): Story {
  for (const creator of creators.filter(({ handle }) => handle === "tyler.quinn")) {
    const subject = { subject_kind: "creator", subject_id: creator.actor.creator_id } as const;
    const report = await transact((tx) => standingOf(tx, subject));
    if (!report.appeal_until) continue;
    const statement =
      "I was in hospital for most of that month and could not even open the parcels. I have the discharge letter and I will post both as soon as I can hold a camera again.";
    await transact((tx) => appealStrike(tx, creator.actor, { statement }));
  }
  yield inDays(0);
}
