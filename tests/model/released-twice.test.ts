/** Every release is sent twice, by twenty workers at once: each is done once and refused once, and the money is there once. */

import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/app/domain/actor";
import { expireDeadline } from "@/app/domain/collaboration/expire-deadline";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { settleAndAdvance } from "@/app/domain/collaboration/settle-transfer";
import { accounts } from "@/app/domain/ledger/accounts";
import { balanceOf } from "@/app/domain/ledger/post";
import { clockOffset, DAY_MS, setClockOffset } from "@/app/lib/clock";
import type { CollaborationId, MovementId, OfferId } from "@/app/lib/ids";
import { required } from "@/app/lib/one";
import { isRefusal } from "@/app/lib/refusal";
import { db, sql } from "@/db/client";
import { transact } from "@/db/transact";
import { expectInvariantsHold, GATE_CHECK } from "../factories/collaboration-steps";
import { dealAt, seeLive } from "../factories/collaborations";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand } from "../factories/people";
import { testDatabase } from "../setup/database";

const RELEASES = 30;
const WORKERS = 20;

type Brand = Extract<Actor, { kind: "brand" }>;
let brand: Brand;
let offer_id: OfferId;
let ids: CollaborationId[];

beforeAll(async () => {
  await testDatabase();
  brand = await makeBrand();
  const offer = await makeLiveOffer(brand, { slots: RELEASES, sample_mode: "shipped" });
  offer_id = offer.id;
  ids = [];
  for (let made = 0; made < RELEASES; made++) ids.push((await dealAt("in_review", { brand, offer })).id);
});

/** Every id twice, in an order of its own for the second time, worked off by `WORKERS` at once. */
async function twice<T>(
  work: (id: CollaborationId) => Promise<T>,
): Promise<{ done: T[]; refused: string[] }> {
  const queue = [...ids, ...ids.toReversed()].values();
  const done: T[] = [];
  const refused: string[] = [];
  const worker = async () => {
    for (const id of queue)
      await work(id).then(
        (answer) => done.push(answer),
        (error) => refused.push(isRefusal(error) ? error.code : String(error)),
      );
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return { done, refused };
}

const due = () =>
  sql<Array<{ id: CollaborationId; version: number }>>`select id, version from collaborations`;

describe("in the order of a life", () => {
  test("approvals: N succeed and N are told that it was done", async () => {
    const { done, refused } = await twice((collaboration_id) =>
      transact((tx) => reviewSubmission(tx, brand, { collaboration_id, decision: "approve" })),
    );
    expect(done).toHaveLength(RELEASES);
    expect(refused).toEqual(Array(RELEASES).fill("stale_state"));
    expect(await balanceOf(db, accounts.offerBudget(offer_id), "USD")).toBe(0);
    expect(await balanceOf(db, accounts.platformFees, "USD")).toBe(RELEASES * 1_000);
    await expectInvariantsHold();
  });

  test("transfers: N are intended, and the second deadline finds nothing to do", async () => {
    setClockOffset(clockOffset() + 30 * DAY_MS);
    for (const id of ids) await seeLive(id);
    const versions = new Map((await due()).map(({ id, version }) => [id, version]));
    const { done, refused } = await twice((collaboration_id) =>
      transact((tx) =>
        expireDeadline(tx, {
          collaboration_id,
          version: required(versions.get(collaboration_id), "collaboration id in versions"),
        }),
      ),
    );
    setClockOffset(0);
    expect(refused).toEqual([]);
    expect(done.filter((answer) => answer !== null)).toHaveLength(RELEASES);
    const [movements] =
      await sql`select count(*)::int as n, sum(amount_minor)::int as sum from money_movements`;
    expect(movements).toEqual({ n: RELEASES, sum: RELEASES * 10_000 });
    await expectInvariantsHold();
  });

  test("arrivals: the answer and the webhook of each, and it is paid once", async () => {
    const sent = await sql<Array<{ id: MovementId; collaboration_id: CollaborationId }>>`
      select id, collaboration_id from money_movements`;
    const movement = new Map(sent.map(({ id, collaboration_id }) => [collaboration_id, id]));
    const { refused } = await twice((collaboration_id) =>
      transact((tx) =>
        settleAndAdvance(tx, {
          movement_id: required(movement.get(collaboration_id), "collaboration id in movement"),
          collaboration_id,
          stripe_id: `tr_${collaboration_id}`,
        }),
      ),
    );
    expect(refused).toEqual([]);
    const paid = await sql`select collaboration_id from collaboration_events where event = 'settle_transfer'`;
    expect(new Set(paid.map((row) => row.collaboration_id)).size).toBe(RELEASES);
    expect(paid).toHaveLength(RELEASES);
    expect(await balanceOf(db, accounts.stripeClearing, "USD")).toBe(0);
    await expectInvariantsHold(undefined, GATE_CHECK);
  });
});
