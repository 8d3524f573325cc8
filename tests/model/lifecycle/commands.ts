/** What anybody may try at any time, as fast-check commands: by the right person or not, at the right moment or not. */

import fc from "fast-check";
import { type Actor, SYSTEM } from "@/app/domain/actor";
import { acceptSlot } from "@/app/domain/collaboration/accept-slot";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { expireDeadline } from "@/app/domain/collaboration/expire-deadline";
import { inviteCreator } from "@/app/domain/collaboration/invite-creator";
import type { Collaboration } from "@/app/domain/collaboration/lock";
import { makeTransition, PLAIN_EVENTS } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { settleAndAdvance } from "@/app/domain/collaboration/settle-transfer";
import { enterOrder, issueCode, reshipSample, shipSample } from "@/app/domain/collaboration/ship-sample";
import { splitAppeal } from "@/app/domain/collaboration/split-appeal";
import { transition } from "@/app/domain/collaboration/transition";
import { recordDispute } from "@/app/domain/disputes/record-dispute";
import { createReversal } from "@/app/domain/ledger/create-reversal";
import { returnRecovered } from "@/app/domain/ledger/return-recovered";
import {
  blockMovement,
  failRefund,
  failReversal,
  unblockMovement,
} from "@/app/domain/ledger/settle-movement";
import { clockOffset, now, setClockOffset } from "@/app/lib/clock";
import type { CollaborationId, MovementId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { isRefusal } from "@/app/lib/refusal";
import { markSent } from "@/app/stripe/movements/send";
import { db, sql } from "@/db/client";
import { transact } from "@/db/transact";
import { decide, deliver, letDeadlinePass, read, submit } from "@/tests/factories/collaborations";
import { makeLook } from "@/tests/factories/looks";
import { hold, type Real } from "./look";

type Act = (real: Real, pick: (of: number) => number) => Promise<unknown>;

/** Runs, refused or not, and is held against the model; anything but a refusal that is thrown is a fault. */
class Command implements fc.AsyncCommand<object, Real> {
  constructor(
    readonly name: string,
    readonly number: number,
    readonly act: Act,
  ) {}
  check = () => true;
  async run(_model: unknown, real: Real): Promise<void> {
    let refused = false;
    try {
      await this.act(real, (of) => (of === 0 ? 0 : this.number % of));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused = true;
    }
    await hold(real, refused);
  }
  toString = () => `${this.name}(${this.number})`;
}

const command = (name: string, act: Act) => fc.nat(999).map((number) => new Command(name, number, act));

/** One of the market's collaborations, the newest being as likely as any other. */
async function some({ market }: Real, pick: (of: number) => number): Promise<Collaboration | undefined> {
  const ids = await sql<Array<{ id: CollaborationId }>>`
    select id from collaborations where offer_id in ${sql(market.offers.map(({ id }) => id))} order by created_at, id`;
  return ids.length ? read(choose(ids, pick).id) : undefined;
}

const creatorOf = ({ market }: Real, row: Collaboration) =>
  required(
    market.creators.find(({ creator_id }) => creator_id === row.creator_id),
    "the creator",
  );

/** One of them, as the run chooses. */
function choose<T>(list: readonly T[], pick: (of: number) => number): T {
  return required(list[pick(list.length)], "one of a list");
}

const trackingCode = () => `MODEL${crypto.randomUUID().replaceAll("-", "").slice(0, 12).toUpperCase()}`;
const WORDS = { clause: "must_show:0", note: "The lamp is never switched on." };

/** What a good-natured market would do next with this collaboration. */
async function goOn(real: Real, row: Collaboration, pick: (of: number) => number): Promise<unknown> {
  const { brand, operator } = real.market;
  const creator = creatorOf(real, row);
  const collaboration_id = row.id;
  const plain = (actor: Actor, event: (typeof PLAIN_EVENTS)[number]) =>
    transact((tx) => makeTransition(tx, actor, { collaboration_id, event, note: WORDS.note }));
  switch (row.state) {
    case "invited":
      return plain(creator, "accept_invitation");
    case "applied":
      return plain(brand, "offer_slot");
    case "slot_offered":
      return transact((tx) => acceptSlot(tx, creator, { collaboration_id }));
    case "awaiting_sample":
      return row.sample_mode === "purchase"
        ? transact((tx) =>
            enterOrder(tx, creator, { collaboration_id, order_number: "111-2222", paid_minor: 1_234 }),
          )
        : transact((tx) =>
            shipSample(tx, brand, { collaboration_id, carrier: "USPS", tracking_code: trackingCode() }),
          );
    case "in_transit":
      return row.sample_mode === "purchase" ? plain(creator, "deliver") : deliver(collaboration_id);
    case "creating":
    case "overdue":
    case "cancelling":
    case "changes_requested":
      return submit(creator, collaboration_id);
    case "verifying":
      return decide(
        collaboration_id,
        choose(["passed", "passed", "passed", "failed", "undecided"] as const, pick),
      );
    case "in_review":
      return transact((tx) =>
        reviewSubmission(tx, brand, {
          collaboration_id,
          decision: choose(["approve", "approve", "request_changes", "reject"] as const, pick),
          ...WORDS,
        }),
      );
    case "rejected":
      return plain(creator, choose(["appeal", "appeal", "accept_rejection"] as const, pick));
    case "appealed":
      if (row.sample_mode === "purchase" && row.cancelled_at) return plain(operator, "reimburse");
      return pick(3) === 0
        ? transact((tx) =>
            splitAppeal(tx, operator, {
              collaboration_id,
              creator_fee_minor: Math.floor(row.fee_minor / 2),
              note: "Both have a point.",
            }),
          )
        : plain(operator, choose(["uphold_appeal", "dismiss_appeal"] as const, pick));
    case "approved":
    case "awarded":
    case "monitoring":
      return goOnWatched(real, row, pick);
    default:
      return passDue(row);
  }
}

/** The post is there and the deadline passes; or it is seen gone, and what follows from that. */
async function goOnWatched(real: Real, row: Collaboration, pick: (of: number) => number): Promise<unknown> {
  const collaboration_id = row.id;
  const gone = pick(4) === 3;
  const seen = (presence: "live" | "not_live") =>
    row.paid_submission_id
      ? makeLook(row.paid_submission_id, {
          presence,
          reason: presence === "live" ? null : "gone",
          created_at: now(),
        })
      : null;
  const operator = (event: "excuse_removal" | "confirm_removal") =>
    transact((tx) => makeTransition(tx, real.market.operator, { collaboration_id, event, note: WORDS.note }));
  switch (row.due_kind) {
    case "removal_cure":
      if (pick(3) === 2)
        return transact((tx) =>
          makeTransition(tx, creatorOf(real, row), {
            collaboration_id,
            event: "appeal_removal",
            note: WORDS.note,
          }),
        );
      if (gone) return passDue(row);
      await seen("live");
      return transact((tx) => transition(tx, SYSTEM, { collaboration_id, event: "restore_post" }));
    case "removal_decision":
      return operator(choose(["excuse_removal", "confirm_removal"] as const, pick));
    case "payout_look":
    case "operator_decision":
      if (gone) return passDue(row);
      await seen("live");
      return transact((tx) => transition(tx, SYSTEM, { collaboration_id, event: "observe_post" }));
    default:
      if (row.due_kind && gone && row.paid_submission_id) {
        await seen("not_live");
        return transact((tx) => transition(tx, SYSTEM, { collaboration_id, event: "report_removal" }));
      }
      return row.due_at ? letDeadlinePass(row.id) : null;
  }
}

/** Business time goes to this collaboration's deadline, which then passes. */
async function passDue(row: Collaboration): Promise<unknown> {
  if (!row.due_at) return null;
  const ahead_ms = row.due_at.getTime() - (Date.now() + clockOffset());
  if (ahead_ms > 0) setClockOffset(clockOffset() + ahead_ms + 1_000);
  return transact((tx) => expireDeadline(tx, { collaboration_id: row.id, version: row.version }));
}

/** The same, while no post is verified: silence must not pay for any. */
async function passUnverified(row: Collaboration): Promise<unknown> {
  if (!["in_review", "changes_requested", "appealed"].includes(row.state)) return passDue(row);
  const passed = await sql<Array<{ id: string }>>`
    update submissions set verdict = 'undecided' where collaboration_id = ${row.id} and verdict = 'passed' returning id`;
  try {
    return await passDue(row);
  } finally {
    for (const { id } of passed) await sql`update submissions set verdict = 'passed' where id = ${id}`;
  }
}

/** What Stripe, or its silence, makes of one of the open movements, by the rules of step two. */
async function stripeAnswers({ market }: Real, pick: (of: number) => number, how: number): Promise<unknown> {
  const open = await sql<
    Array<{
      id: MovementId;
      kind: string;
      status: string;
      reason: string | null;
      collaboration_id: CollaborationId | null;
      sent: boolean;
    }>
  >`
    select m.id, m.kind, m.status, m.reason, m.collaboration_id, m.key_sent_at is not null as sent
    from money_movements m join offer_payments f on f.id = m.payment_id
    where f.offer_id in ${sql(market.offers.map(({ id }) => id))} and (m.status in ('pending', 'blocked') or m.kind = 'refund')
    order by m.id`;
  const movement = open[pick(open.length)];
  if (!movement) return null;
  const { id, kind, status, collaboration_id } = movement;
  // What waits for a look is set going by nothing else.
  if (status === "blocked" && movement.reason !== "look_needed")
    return transact((tx) => unblockMovement(tx, id));
  if (status === "blocked") return null;
  if (status !== "pending") return transact((tx) => failRefund(tx, id, "expired_card"));
  if (how === 0 && kind === "transfer" && !movement.sent)
    return transact((tx) => blockMovement(tx, id, "account_restricted"));
  if (!(await markSent(id))) return null;
  if (how === 1) return null; // no answer yet
  if (how === 2 && kind === "reversal") return transact((tx) => failReversal(tx, id, "balance_insufficient"));
  if (how === 2 && kind === "refund") return transact((tx) => failRefund(tx, id, "expired_card"));
  return transact((tx) =>
    settleAndAdvance(tx, { movement_id: id, collaboration_id, stripe_id: `stripe_${id}` }),
  );
}

/** The cardholder's bank: begins, wins or loses, in whole or in part, told in any order. */
async function bankSays({ market }: Real, pick: (of: number) => number, outcome: "open" | "won" | "lost") {
  const offer = choose(market.offers, pick);
  const charge = one(
    await sql`select charge_id, amount_minor::int from offer_payments where id = ${offer.payment_id}`,
    "the charge",
  );
  const amount_minor = offer.slots === 1 ? charge.amount_minor : 9_000;
  const id = `dp_${offer.id}`;
  const taken = { id: `${id}_taken`, amount_minor: -amount_minor, fee_minor: 1_500 };
  const back = { id: `${id}_back`, amount_minor, fee_minor: 0 };
  return transact((tx) =>
    recordDispute(tx, {
      id,
      charge_id: charge.charge_id,
      stripe_status: outcome === "open" ? "needs_response" : outcome,
      outcome,
      reason: "fraudulent",
      amount_minor,
      currency: "USD",
      bookings: outcome === "won" ? [taken, back] : [taken],
      evidence_due_at: null,
    }),
  );
}

const debts = ({ market }: Real) =>
  db.query.clawbacks.findMany({
    where: (table, { inArray }) =>
      inArray(
        table.creator_id,
        market.creators.map(({ creator_id }) => creator_id),
      ),
  });

const onSome =
  (act: (real: Real, row: Collaboration, pick: (of: number) => number) => Promise<unknown>): Act =>
  async (real, pick) => {
    const row = await some(real, pick);
    return row ? act(real, row, (of) => Math.floor(pick(999) / 3) % of) : null;
  };

const applies = command("apply", ({ market }, pick) => {
  const creator = choose(market.creators, pick);
  const offer_id = choose(market.offers, pick).id;
  return transact((tx) => applyToOffer(tx, creator, { offer_id, channel_id: creator.channel_id, pitch: "" }));
});
const goesOn = command("go on", onSome(goOn));
const answers = command("Stripe", (real, pick) => stripeAnswers(real, pick, pick(999) % 5));
const deadline = command(
  "deadline",
  onSome((_real, row) => passDue(row)),
);

/**
 * Three collaborations that have come some way before anything goes wrong, each by as many steps as `heads` says.
 * Every step is held against the model, too.
 */
export async function headStart(real: Real, heads: readonly number[]): Promise<void> {
  const { creators, offers } = real.market;
  for (const [place, steps] of heads.entries()) {
    const creator = required(creators[place], "the creator");
    const offer_id = required(offers[place === 2 ? 1 : 0], "the offer").id;
    const { id } = await transact((tx) =>
      applyToOffer(tx, creator, { offer_id, channel_id: creator.channel_id, pitch: "" }),
    );
    await hold(real, false);
    for (let step = 0; step < steps; step++) {
      const row = await read(id);
      const [pay] = await sql`
        select id from money_movements where collaboration_id = ${id} and status = 'pending' and kind = 'transfer'`;
      const arrive = { movement_id: pay?.id, collaboration_id: id, stripe_id: `stripe_${pay?.id}` };
      if (pay) {
        if (await markSent(pay.id)) await transact((tx) => settleAndAdvance(tx, arrive));
      } else if (row.state === "monitoring" && row.due_at) await letDeadlinePass(id);
      else await goOn(real, row, () => 0);
      await hold(real, false);
    }
  }
}

/** The likely ones stand several times, so that runs get far. */
export const COMMANDS = [
  applies,
  applies,
  ...Array.from({ length: 16 }, () => goesOn),
  ...Array.from({ length: 6 }, () => answers),
  deadline,
  deadline,
  command(
    "deadline while unverified",
    onSome(async (_real, row) => {
      const after = (await passUnverified(row)) as Collaboration | null;
      if (["in_review", "changes_requested", "appealed"].includes(row.state) && after?.state === "approved")
        throw new Error(`${row.id} was approved by silence, unverified`);
    }),
  ),
  command("invite", ({ market }, pick) =>
    transact((tx) =>
      inviteCreator(tx, market.brand, {
        offer_id: choose(market.offers, pick).id,
        creator_id: choose(market.creators, pick).creator_id,
        message: "",
      }),
    ),
  ),
  command(
    "anybody",
    onSome(async (real, row, pick) => {
      const { market } = real;
      const actors: Actor[] = [
        market.brand,
        creatorOf(real, row),
        one(market.creators, "the first creator"),
        market.operator,
        SYSTEM,
      ];
      const event = choose(PLAIN_EVENTS, pick);
      const actor = choose(actors, pick);
      await transact((tx) =>
        makeTransition(tx, actor, { collaboration_id: row.id, event, note: WORDS.note }),
      );
    }),
  ),
  command(
    "claw back",
    onSome(async (real, row) => {
      await transact((tx) =>
        makeTransition(tx, real.market.operator, {
          collaboration_id: row.id,
          event: "claw_back",
          note: "The account was bought.",
        }),
      );
    }),
  ),
  command(
    "reship",
    onSome((real, row) =>
      transact((tx) =>
        reshipSample(tx, real.market.brand, {
          collaboration_id: row.id,
          carrier: "USPS",
          tracking_code: trackingCode(),
        }),
      ),
    ),
  ),
  command(
    "issue code",
    onSome((real, row) =>
      transact((tx) => issueCode(tx, real.market.brand, { collaboration_id: row.id, code: "LAMP" })),
    ),
  ),
  command(
    "stale",
    onSome((real, row) =>
      transact((tx) =>
        makeTransition(tx, real.market.brand, {
          collaboration_id: row.id,
          event: "cancel",
          expected_version: row.version - 1,
        }),
      ),
    ),
  ),
  command("clock", async (_real, pick) => setClockOffset(clockOffset() + (1 + pick(12 * 24)) * 3_600_000)),
  command("close", ({ market }, pick) =>
    transact((tx) => closeOffer(tx, market.brand, choose(market.offers, pick).id)),
  ),
  command("bank takes", (real, pick) => bankSays(real, pick, "open")),
  command("bank decides", (real, pick) => bankSays(real, pick, pick(3) === 0 ? "lost" : "won")),
  command("reverse", async (real, pick) => {
    const all = await debts(real);
    const debt = all[pick(all.length)];
    const balance_minor = pick(999) * 20;
    return (
      debt &&
      transact((tx) => createReversal(tx, real.market.operator, { clawback_id: debt.id, balance_minor }))
    );
  }),
  command("return", async (real) => {
    for (const { id } of await debts(real)) await transact((tx) => returnRecovered(tx, id));
  }),
];
