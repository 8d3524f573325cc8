/** What becomes of a paid post while it is watched: seen, missing, hidden behind a wall, looked at by an operator. */

import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OperatorActor } from "@/app/domain/actor";
import { listCases } from "@/app/domain/collaboration/queries/operator-cases";
import { observeAsOperator } from "@/app/domain/collaboration/record-presence";
import { watchPlan } from "@/app/domain/verification/watch-post";
import type { CollaborationId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { collaboration_events } from "@/db/schema/collaboration";
import { post_observations, submissions } from "@/db/schema/verification";
import { transact } from "@/db/transact";
import { expectInvariantsHold, type Line, payForAPost } from "../factories/collaboration-steps";
import { read } from "../factories/collaborations";
import { makeWorldCreator } from "../factories/onboarded-creators";
import { buyOffer } from "../factories/paid-offers";
import { makeBrand, makeOperator } from "../factories/people";
import { testDatabase } from "../setup/database";
import { startWorld, type World } from "../setup/world";

let world: World;
let operator: OperatorActor;
beforeAll(async () => {
  await testDatabase();
  world = await startWorld();
  operator = await makeOperator();
});
afterAll(() => world.close());

type Told = { id: string; url: string };
let paid: { id: CollaborationId; url: string; post_id: string };
beforeEach(async () => {
  const brand = await makeBrand();
  const line: Line = {
    world,
    brand,
    creator: await makeWorldCreator(world),
    offer: await buyOffer(world, brand),
  };
  const made = await payForAPost(line);
  const posts = await world.control<Told[]>(`${world.urls.social}/control/posts`, undefined, "GET");
  paid = { ...made, post_id: posts.find(({ url }) => url === made.url)?.id ?? "" };
});

const change = (body: object) =>
  world.control(`${world.urls.social}/control/posts/${paid.post_id}`, body, "PATCH");
const stateOf = async () => {
  const { state, due_kind, needs_operator } = await read(paid.id);
  return { state, due_kind, needs_operator };
};
const observed = () =>
  db
    .select()
    .from(post_observations)
    .innerJoin(submissions, eq(submissions.id, post_observations.submission_id))
    .where(eq(submissions.collaboration_id, paid.id))
    .orderBy(asc(post_observations.created_at), asc(post_observations.id))
    .then((rows) => rows.map((row) => row.post_observations));
const eventsOf = () =>
  db
    .select({ event: collaboration_events.event, data: collaboration_events.data })
    .from(collaboration_events)
    .where(eq(collaboration_events.collaboration_id, paid.id))
    .orderBy(asc(collaboration_events.id));
const say = (presence: "live" | "not_live") =>
  transact((tx) =>
    observeAsOperator(tx, operator, { collaboration_id: paid.id, presence, note: "Opened it in a browser." }),
  );

const WATCHED = { state: "monitoring", due_kind: "monitoring", needs_operator: false } as const;

test("is looked at on each of the first seven days, then weekly, and once more at the end", () => {
  const paid_at = new Date("2026-03-01T12:00:00Z");
  const days = watchPlan(paid_at, 30).map((at) => (at.getTime() - paid_at.getTime()) / 86_400_000);
  expect(days.map((day) => Math.ceil(day))).toEqual([1, 2, 3, 4, 5, 6, 7, 14, 21, 28, 30]);
  expect(30 - (days.at(-1) ?? 0)).toBeCloseTo(3 / 24);
  expect(watchPlan(paid_at, 7)).toHaveLength(7);
});

test("keeps how often it was seen, liked and commented on, with the time", async () => {
  await change({ views: 1_200, likes: 80, comments: 7 });
  await world.turn({ days: 1, hours: 1 });
  await change({ views: 2_500 });
  await world.turn({ days: 1, hours: 1 });
  const seen = (await observed()).map(({ views, likes, comments }) => ({ views, likes, comments }));
  expect(seen.slice(-2)).toEqual([
    { views: 1_200, likes: 80, comments: 7 },
    { views: 2_500, likes: 80, comments: 7 },
  ]);
});

test.each([{ state: "unlisted" }, { state: "private" }, { blocked_in: ["US"] }, { state: "deleted" }])(
  "%o: is gone at the second look, and back when it is back",
  async (hidden) => {
    await change(hidden);
    await world.turn({ days: 1, hours: 3 });
    expect(await stateOf()).toEqual({ ...WATCHED, due_kind: "removal_cure" });
    await change({ state: "public", blocked_in: [] });
    await world.turn({ days: 1 });
    expect(await stateOf()).toEqual(WATCHED);
  },
);

describe("behind a wall", () => {
  test("is asked for three days, then of an operator; what they see counts, and nobody pays for the wall", async () => {
    await change({ odd: { kind: "captcha", at: "api" } });
    await world.turn({ days: 2, hours: 12 });
    expect(await stateOf()).toEqual(WATCHED);
    await world.turn({ days: 2 });
    expect(await stateOf()).toEqual({ ...WATCHED, needs_operator: true });
    const { cases } = await listCases(db, "undecided");
    const asked = cases.find(({ id }) => id === paid.id);
    expect(asked).toMatchObject({ question: { reason: "wall" }, open_checks: [] });

    await say("live");
    await world.rest();
    expect(await stateOf()).toEqual(WATCHED);
    expect((await observed()).at(-1)).toMatchObject({
      presence: "live",
      observed_by_user_id: operator.user_id,
    });
    expect((await eventsOf()).map(({ event }) => event)).not.toContain("report_removal");
  });

  test("and gone, as an operator says twice, apart in time: removed", async () => {
    await change({ odd: { kind: "captcha", at: "api" }, state: "deleted" });
    await world.turn({ days: 4, hours: 12 });
    await say("not_live");
    await world.turn({ hours: 1 });
    // Once, or twice at once, is no proof; the question stays open.
    await say("not_live");
    expect(await stateOf()).toEqual({ ...WATCHED, needs_operator: true });
    await world.turn({ hours: 2 });
    await say("not_live");
    await world.rest();
    expect(await stateOf()).toEqual({ ...WATCHED, due_kind: "removal_cure" });
  });

  test("which opens by itself leaves nothing for an operator to do", async () => {
    await change({ odd: { kind: "captcha", at: "api" } });
    await world.turn({ days: 4, hours: 12 });
    expect((await stateOf()).needs_operator).toBe(true);
    await change({ odd: null });
    await world.turn({ days: 7 });
    expect(await stateOf()).toEqual(WATCHED);
    await expectInvariantsHold(world);
  });
});

test("a wall while it may be put back does not put it back", async () => {
  await change({ state: "deleted" });
  await world.turn({ days: 1, hours: 3 });
  await change({ odd: { kind: "captcha", at: "api" } });
  await world.turn({ hours: 20 });
  expect((await stateOf()).due_kind).toBe("removal_cure");
});
