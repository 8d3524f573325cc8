/** The same books in the database, and how its accounts are called there. */

import { expect } from "vitest";
import type { BrandActor, OperatorActor } from "@/app/domain/actor";
import { accounts } from "@/app/domain/ledger/accounts";
import type { HeldCollaboration } from "@/app/domain/ledger/held-funds";
import { type ClawbackId, type MovementId, newId, type PaymentId } from "@/app/lib/ids";
import { required } from "@/app/lib/one";
import { db, sql } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { makeLiveOffer, type OfferRow } from "@/tests/factories/offers";
import { makeBrand, makeCreator, makeOperator, type TestCreator } from "@/tests/factories/people";
import { Model, type Terms } from "./model";

export type Books = {
  brand: BrandActor;
  operator: OperatorActor;
  offers: Array<OfferRow & { payment_id: PaymentId }>;
  creators: TestCreator[];
  collabs: HeldCollaboration[];
  /** Ids, in the order of the model's movements. */
  movements: MovementId[];
  debts: Map<number, ClawbackId>;
};

export const collabOf = ({ collabs }: Books, n: number) => required(collabs[n], `collaboration ${n}`);

/** One charge of two slots, one of a single slot that two want. Each creator has work on both. */
const SLOTS = [2, 1];
const COLLABS = [
  { charge: 0, creator: 0 },
  { charge: 0, creator: 1 },
  { charge: 1, creator: 0 },
  { charge: 1, creator: 1 },
];

export async function openBooks(terms: Terms): Promise<{ model: Model; real: Books }> {
  const brand = await makeBrand();
  const price = {
    fee_minor: terms.fee,
    platform_fee_minor: terms.platform,
    reimbursement_cap_minor: terms.cap,
    sample_mode: "purchase" as const,
  };
  const offers: Books["offers"] = [];
  for (const slots of SLOTS) offers.push(await makeLiveOffer(brand, { ...price, slots }));
  const creators = [await makeCreator(), await makeCreator()];
  const rows = await db
    .insert(collaborations)
    .values(
      COLLABS.map(({ charge, creator }) => ({
        ...price,
        id: newId("collab"),
        offer_id: required(offers[charge], "offer").id,
        payment_id: required(offers[charge], "offer").payment_id,
        brand_id: brand.brand_id,
        creator_id: required(creators[creator], "creator").creator_id,
        channel_id: required(creators[creator], "creator").channel_id,
        platform: "youtube" as const,
        state: "creating" as const,
        currency: "USD",
        entered_at: new Date(),
        reimbursement_minor: terms.reimbursed,
        holdback_minor: terms.kept,
        policy: required(offers[charge], "offer").policy,
        pitch: "",
      })),
    )
    .returning();
  const real = {
    brand,
    operator: await makeOperator(),
    offers,
    creators,
    collabs: rows,
    movements: [],
    debts: new Map<number, ClawbackId>(),
  };
  return { model: new Model(terms, SLOTS, COLLABS), real };
}

/** Every pot of the model against its account; what the model knows nothing of is zero there. */
export async function compare(model: Model, real: Books): Promise<void> {
  const codes = new Map<string, string>([
    [accounts.brandAvailable(real.brand.brand_id).code, "available"],
    ...real.offers.map(({ id }, n) => [accounts.offerBudget(id).code, `budget ${n}`] as const),
    ...real.creators.flatMap(({ creator_id }, n) => [
      [accounts.creatorPayable(creator_id).code, `payable ${n}`] as const,
      [accounts.creatorOwed(creator_id).code, `owed ${n}`] as const,
    ]),
    ...real.collabs.flatMap(({ id }, n) => [
      [accounts.collaborationHeld(id).code, `held ${n}`] as const,
      [accounts.clawback(id).code, `waited for ${n}`] as const,
    ]),
  ]);
  const rows = await sql<Array<{ code: string; balance: number }>>`
    select code, balance_minor::int as balance from ledger_accounts where code in ${sql([...codes.keys()])}`;
  const booked = new Map(
    rows.map(({ code, balance }) => [required(codes.get(code), `the account ${code}`), balance]),
  );
  const pots = [...codes.values()];
  const told = (of: ReadonlyMap<string, number>) =>
    Object.fromEntries(pots.map((pot) => [pot, of.get(pot) ?? 0]));
  expect(told(booked)).toEqual(told(model.pots));
  if (real.movements.length === 0) return;
  const moved = await sql<Array<{ id: string; status: string; amount: number }>>`
    select id, status, amount_minor::int as amount from money_movements where id in ${sql(real.movements)}`;
  const by_id = new Map(moved.map((row) => [row.id, row]));
  expect(
    real.movements.map((id) => [required(by_id.get(id), "id").status, required(by_id.get(id), "id").amount]),
  ).toEqual(model.movements.map(({ status, amount }) => [status, amount]));
}
