/** What loaders hand to a browser: no column that is nobody's business, and no secret under another name, whoever asks for whatever page. */

import { eq, isNotNull } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { settleAndAdvance } from "@/app/domain/collaboration/settle-transfer";
import { recordStrike } from "@/app/domain/standing/record-strike";
import { setClockOffset } from "@/app/lib/clock";
import { one } from "@/app/lib/one";
import { db, sql } from "@/db/client";
import { brands, creators, money_movements, offer_payments, sessions, users } from "@/db/schema";
import { transact } from "@/db/transact";
import { dealAt, letDeadlinePass } from "../factories/collaborations";
import { makeOperator } from "../factories/people";
import { signIn } from "../setup/call-route";
import { testDatabase } from "../setup/database";
import { SENSITIVE_COLUMNS } from "../support/sensitive-columns";

type Loader = (args: { request: Request; params: Record<string, string>; context: object }) => unknown;

const ROUTES = import.meta.glob<{ loader?: Loader; default?: unknown }>("../../app/routes/*/route.tsx");
const folderOf = (path: string) => path.split("/").at(-2) ?? "";

/** Ids for the routes that name one. */
let params: Record<string, Record<string, string>>;
let cookies: Record<"visitor" | "brand" | "creator" | "operator", string>;
/** By whose eyes they must not be seen: an operator looks at the books, which name accounts and payments at Stripe. */
let secrets: { nobody: string[]; operators: string[] };

beforeAll(async () => {
  await testDatabase();
  const deal = await dealAt("in_review");
  const { brand, creator, offer, id } = deal;
  await transact((tx) => reviewSubmission(tx, brand, { collaboration_id: id, decision: "approve" }));
  await letDeadlinePass(id);
  setClockOffset(0);
  const { id: movement_id } = one(
    await db.select().from(money_movements).where(eq(money_movements.collaboration_id, id)),
    "the movement",
  );
  await transact((tx) =>
    settleAndAdvance(tx, { movement_id, collaboration_id: id, stripe_id: "tr_of_the_deal" }),
  );
  await transact((tx) =>
    recordStrike(tx, {
      subject_kind: "creator",
      subject_id: creator.creator_id,
      kind: "very_late",
      collaboration_id: id,
    }),
  );
  const waiting = await dealAt("awaiting_sample", { creator, brand });

  await sql`update users set password_hash = 'hash-of-' || id`;
  await sql`update creators set stripe_account_id = 'acct_of_' || id`;
  await sql`update brands set stripe_customer_id = 'cus_of_' || id`;
  await sql`update offer_payments set checkout_session_id = 'cs_of_' || id, checkout_url = 'https://pay.example/' || id`;
  const operator = await makeOperator();
  cookies = {
    visitor: "",
    brand: await signIn(brand.user_id),
    creator: await signIn(creator.user_id),
    operator: await signIn(operator.user_id),
  };
  secrets = {
    nobody: [
      ...(await db.select({ secret: users.password_hash }).from(users)),
      ...(await db.select({ secret: sessions.id }).from(sessions)),
      ...(await db.select({ secret: offer_payments.checkout_url }).from(offer_payments)),
    ].map(({ secret }) => secret ?? ""),
    operators: [
      ...(await db.select({ secret: creators.stripe_account_id }).from(creators)),
      ...(await db.select({ secret: brands.stripe_customer_id }).from(brands)),
      ...(await db.select({ secret: offer_payments.checkout_session_id }).from(offer_payments)),
      ...(await db
        .select({ secret: offer_payments.payment_intent_id })
        .from(offer_payments)
        .where(isNotNull(offer_payments.payment_intent_id))),
    ].map(({ secret }) => secret ?? ""),
  };
  const [handle] = await db
    .select({ handle: creators.handle })
    .from(creators)
    .where(eq(creators.id, creator.creator_id));
  const [booking] = await sql<[{ id: string; account: string }]>`
    select t.id, a.id as account from ledger_transactions t
    join ledger_entries e on e.transaction_id = t.id join ledger_accounts a on a.id = e.account_id
    where t.collaboration_id = ${id} order by t.id limit 1`;
  params = {
    "brand.offers.$id": { id: offer.id },
    "brand.offers.$id_.edit": { id: offer.id },
    "collaborations.$id": { id },
    "creators.$handle": { handle: handle?.handle ?? "" },
    "offers.$id": { id: offer.id },
    "offers.$id_.apply": { id: waiting.offer.id },
    "operator.ledger_.accounts.$id": { id: booking.account },
    "operator.ledger_.charges.$id": { id: offer.payment_id },
    "operator.ledger_.movements.$id": { id: movement_id },
    "operator.ledger_.transactions.$id": { id: booking.id },
  };
});

/** What the browser would be sent, as a plain value; null for an answer that is no data of a page, such as a redirect. */
async function loaded(folder: string, loader: Loader, cookie: string): Promise<unknown> {
  const request = new Request(`http://127.0.0.1:4299/${folder}`, { headers: { cookie } });
  const context = { clientAddress: "203.0.113.9", nonce: "", requestId: "" };
  const answer = await (async () => loader({ request, params: params[folder] ?? {}, context }))().catch(
    (thrown: unknown) => {
      if (thrown instanceof Error) throw new Error(`${folder} failed`, { cause: thrown });
      return thrown;
    },
  );
  if (answer instanceof Response) return null;
  const wrapped = answer as { type?: string; data?: unknown } | null;
  return wrapped?.type === "DataWithResponseInit" ? wrapped.data : answer;
}

/** Every name of a property anywhere in `value`. */
function namesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null || value instanceof Date) return [];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

test("the list of columns names the secrets of today", () => {
  expect(SENSITIVE_COLUMNS).toEqual(
    expect.arrayContaining([
      "password_hash",
      "stripe_account_id",
      "stripe_customer_id",
      "email_normalized",
      "checkout_session_id",
    ]),
  );
  expect(secrets.nobody.length).toBeGreaterThan(5);
});

test.each(["visitor", "brand", "creator", "operator"] as const)(
  "no page hands a %s a sensitive column or a secret",
  async (who) => {
    const seen: string[] = [];
    const found: string[] = [];
    for (const [path, load] of Object.entries(ROUTES)) {
      const { loader, default: page } = await load();
      const folder = folderOf(path);
      const data = loader && page ? await loaded(folder, loader, cookies[who]) : null;
      if (data === null || data === undefined) continue;
      seen.push(folder);
      found.push(
        ...namesIn(data)
          .filter((name) => SENSITIVE_COLUMNS.includes(name))
          .map((name) => `${folder}: ${name}`),
      );
      const text = JSON.stringify(data);
      const hidden = who === "operator" ? secrets.nobody : [...secrets.nobody, ...secrets.operators];
      found.push(...hidden.filter((secret) => text.includes(secret)).map((secret) => `${folder}: ${secret}`));
    }
    expect([...new Set(found)]).toEqual([]);
    expect(seen).toEqual(expect.arrayContaining(PAGES[who]));
  },
);

/** The pages whose data each must really have been given, so that the test cannot pass by being turned away. */
const PAGES = {
  visitor: ["offers._index", "offers.$id", "creators.$handle", "books"],
  brand: [
    "brand._index",
    "brand.offers.$id",
    "brand.collaborations",
    "collaborations.$id",
    "brand.money",
    "account",
  ],
  creator: [
    "creator._index",
    "creator.address",
    "creator.channels",
    "creator.payouts",
    "creator.profile",
    "creator.standing",
    "collaborations.$id",
  ],
  operator: [
    "operator._index",
    "collaborations.$id",
    "operator.ledger_.charges.$id",
    "operator.ledger_.movements.$id",
    "operator.ledger.charges",
    "operator.brands",
  ],
};
