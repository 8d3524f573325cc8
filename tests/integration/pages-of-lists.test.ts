/** No list ends without a way to the rest: of more rows than a page holds, each is met once by following the cursor. */
import { beforeAll, expect, test } from "vitest";
import { listSessions } from "@/app/domain/account/queries/sessions";
import { isMonth, listInvoices } from "@/app/domain/billing/queries/invoices";
import { isBrandKey, listBrands } from "@/app/domain/brand/queries/brands";
import { isApplicantKey, listApplicants } from "@/app/domain/collaboration/queries/applicants";
import { listCases } from "@/app/domain/collaboration/queries/operator-cases";
import { listEarnings } from "@/app/domain/creator/queries/earnings";
import {
  countUnverifiedChannels,
  listUnverifiedChannels,
} from "@/app/domain/creator/queries/unverified-channels";
import { isDueKey, listClosedDisputes, listOpenDisputes } from "@/app/domain/disputes/queries/disputes";
import { listBrandPayments } from "@/app/domain/ledger/queries/brand-payments";
import { listBrandOffers, listOfferTitles } from "@/app/domain/offer/queries/brand-offers";
import { countOpenStrikeAppeals, listOpenStrikeAppeals } from "@/app/domain/standing/queries/strike-appeals";
import { type Cursor, cursorOf, cursorText, PAGE_SIZE, type Page } from "@/app/lib/page";
import { sql as client, db } from "@/db/client";
import { type Deal, dealAt } from "../factories/collaborations";
import { makeBrand } from "../factories/people";
import { testDatabase } from "../setup/database";

/** More than two pages of any list, and rows of the same instant among them. */
const MANY = 120;

/** Writes MANY copies of the rows that `where` finds; `changes` are SQL by column, with `n` from 1. */
async function copy(table: string, where: string, changes: Record<string, string>): Promise<void> {
  const columns = await client<Array<{ column_name: string }>>`
    select column_name from information_schema.columns
    where table_schema = 'public' and table_name = ${table}
      and coalesce(column_default, '') not like 'nextval%'`;
  const names = columns.map(({ column_name }) => column_name);
  await client.unsafe(
    `insert into ${table} (${names.map((name) => `"${name}"`).join(", ")})
     select ${names.map((name) => changes[name] ?? `"${name}"`).join(", ")}
     from ${table}, generate_series(1, ${MANY}) as g(n) where ${where}`,
  );
}
const numbered = (prefix: string) => `'${prefix}_' || lpad(n::text, 26, '0')`;
/** Three rows in a row share their instant. */
const INSTANT = "now() - interval '1 day' + (n / 3) * interval '1 second'";

let deal: Deal;

beforeAll(async () => {
  await testDatabase();
  deal = await dealAt("applied");
  const { brand, creator, offer, id } = deal;
  await copy("offers", `id = '${offer.id}'`, { id: numbered("offer"), created_at: INSTANT });
  await copy("offer_payments", `id = '${offer.payment_id}'`, {
    id: numbered("payment"),
    status: "'pending'",
    claimed_minor: "0",
    checkout_session_id: "null",
    payment_intent_id: "null",
    charge_id: "null",
    paid_at: "null",
    created_at: INSTANT,
  });
  await copy("brands", `id = '${brand.brand_id}'`, {
    id: numbered("brand"),
    stripe_customer_id: "null",
    verified_at: `case when n % 2 = 0 then ${INSTANT} end`,
  });
  await copy("users", `id = '${creator.user_id}'`, {
    id: numbered("user"),
    email: "'c' || n || '@example.com'",
    email_normalized: "'c' || n || '@example.com'",
  });
  await copy("creators", `id = '${creator.creator_id}'`, {
    id: numbered("creator"),
    user_id: numbered("user"),
    handle: "'copy' || n",
    stripe_account_id: "null",
  });
  await copy("creator_channels", `id = '${creator.channel_id}'`, {
    id: numbered("channel"),
    creator_id: numbered("creator"),
    handle: "'copy' || n",
    verified_at: "null",
    created_at: INSTANT,
  });
  await copy("collaborations", `id = '${id}'`, {
    id: numbered("collab"),
    creator_id: numbered("creator"),
    channel_id: "null",
    needs_operator: "true",
    shortlisted: "n % 4 = 0",
    created_at: INSTANT,
    entered_at: INSTANT,
  });
  await client`
    insert into strike_appeals (id, subject_kind, subject_id, statement, created_at)
    select 'appeal_' || lpad(n::text, 26, '0'), 'creator', 'creator_' || lpad(n::text, 26, '0'), 'It was the parcel.',
      now() + (n / 3) * interval '1 second' from generate_series(1, ${MANY}::int) as g(n)`;
  await client`
    insert into money_movements (id, kind, status, currency, amount_minor, idempotency_key, payment_id, collaboration_id, creator_id, created_at)
    select 'movement_' || lpad(n::text, 26, '0'), 'transfer', 'settled', 'USD', 100, 'test:' || n, ${offer.payment_id},
      'collab_' || lpad(n::text, 26, '0'), ${creator.creator_id}, now() + (n / 3) * interval '1 second' from generate_series(1, ${MANY}::int) as g(n)`;
  await client`
    insert into disputes (id, payment_id, stripe_status, reason, currency, amount_minor, created_at, evidence_due_at, closed_at)
    select 'dp_' || n, ${offer.payment_id}, 'needs_response', 'fraudulent', 'USD', 100, now(),
      case when n % 5 > 0 then now() + (n / 3) * interval '1 second' end, null
    from generate_series(1, ${MANY}::int) as g(n)
    union all
    select 'dp_closed_' || n, ${offer.payment_id}, 'won', 'fraudulent', 'USD', 100, now(), null,
      now() + (n / 3) * interval '1 second' from generate_series(1, ${MANY}::int) as g(n)`;
  await client`
    insert into invoices (number, kind, brand_id, offer_id, month, currency, total_minor, content, issued_at)
    select 'PB-2026-' || lpad(n::text, 6, '0'), 'invoice', ${brand.brand_id}, ${offer.id}, '2026-' || lpad((n % 12 + 1)::text, 2, '0'),
      'USD', 100, '{}', now() from generate_series(1, ${MANY}::int) as g(n)`;
  await client`
    insert into sessions (id, user_id, created_at, expires_at)
    select 'secret' || n, ${brand.user_id}, now(), date_trunc('milliseconds', now()) + interval '1 day' + (n / 3) * interval '1 second'
    from generate_series(1, ${MANY}::int) as g(n)`;
}, 60_000);

type Listed = {
  name: string;
  extra?: number;
  read: (after: Cursor | null) => PromiseLike<Page<Record<string, unknown>>>;
  id?: string;
  isKey?: (key: string) => boolean;
};

const LISTS: Listed[] = [
  { name: "a brand's offers", extra: 1, read: (after) => listBrandOffers(db, deal.brand, after) },
  { name: "titles of offers", extra: 1, read: (after) => listOfferTitles(db, deal.brand, after) },
  { name: "a brand's payments", extra: 1, read: (after) => listBrandPayments(db, deal.brand, after) },
  {
    name: "invoices",
    read: (after) => listInvoices(db, deal.brand, undefined, after),
    id: "number",
    isKey: isMonth,
  },
  {
    name: "applicants",
    extra: 1,
    read: (after) => listApplicants(db, deal.brand, deal.offer.id, after),
    id: "collaboration_id",
    isKey: isApplicantKey,
  },
  {
    name: "cases",
    read: async (after) => {
      const { cases: rows, next } = await listCases(db, "undecided", after);
      return { rows, next };
    },
  },
  { name: "brands", extra: 1, read: (after) => listBrands(db, after), isKey: isBrandKey },
  { name: "open disputes", read: (after) => listOpenDisputes(db, after), isKey: isDueKey },
  { name: "closed disputes", read: (after) => listClosedDisputes(db, after) },
  { name: "strike appeals", read: (after) => listOpenStrikeAppeals(db, after) },
  { name: "unverified channels", read: (after) => listUnverifiedChannels(db, after) },
  { name: "earnings", read: (after) => listEarnings(db, deal.creator, after) },
  { name: "sessions", read: (after) => listSessions(db, deal.brand.user_id, after), id: "name" },
];

test.each(LISTS)("$name: page after page, every row once", async ({ extra = 0, read, id = "id", isKey }) => {
  const found: unknown[] = [];
  const sizes: number[] = [];
  let after: Cursor | null = null;
  do {
    const page: Page<Record<string, unknown>> = await read(after);
    sizes.push(page.rows.length);
    found.push(...page.rows.map((row) => row[id]));
    // As a browser goes on: by the text in the address.
    const text = cursorText(page.next);
    after = text ? cursorOf(new URLSearchParams({ after: text }), { isKey }) : null;
    if (text) expect(after).toEqual(page.next);
  } while (after);
  expect(sizes).toEqual([PAGE_SIZE, PAGE_SIZE, MANY + extra - 2 * PAGE_SIZE]);
  expect(new Set(found).size).toBe(MANY + extra);
});

test("what an operator's overview counts is all of it", async () => {
  expect(await countOpenStrikeAppeals(db)).toBe(MANY);
  expect(await countUnverifiedChannels(db)).toBe(MANY);
  expect((await listCases(db, "undecided")).total).toBe(MANY);
});

test("another brand's applicants are nobody's to see", async () => {
  expect((await listApplicants(db, await makeBrand(), deal.offer.id)).rows).toEqual([]);
});
