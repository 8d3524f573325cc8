/**
 * Everything the sandbox's Stripe answers, held against the SDK's own types by the compiler: each object as it came over
 * the wire is written down as a literal of its type, so that a field too many, too few or of another kind is an error.
 */

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { one, required } from "@/app/lib/one";
import { HANDLERS } from "@/app/stripe/handlers";
import { KEY, StripeTest } from "../support/stripe-emulator";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

let bench: StripeTest;

beforeAll(async () => {
  bench = await StripeTest.open({ env: { SANDBOX_STRIPE_EVENTS: "*" } });
});
afterAll(() => bench.close());

async function read(path: string, account?: string): Promise<object> {
  const response = await fetch(`${bench.url}${path}`, {
    headers: { authorization: `Bearer ${KEY}`, ...(account ? { "stripe-account": account } : {}) },
  });
  expect(response.status, path).toBe(200);
  return (await response.json()) as object;
}

/** The object as it came over the wire, without what the SDK added. */
const plain = (object: object): object => JSON.parse(JSON.stringify(object)) as object;

/** One object of each kind, in several conditions, and the type it has to be of. */
async function gather(): Promise<Array<[type: string, object: object]>> {
  const { stripe } = bench;
  const account = await bench.account();
  const restricted = await bench.account("restricted");
  const customer = await stripe.customers.create({ email: "brand@example.com", name: "Brand" });
  const session = await bench.session();
  const asked = await bench.session();
  await bench.control(`/checkout/${asked.id}`, { outcome: "3ds" });
  const declined = await bench.session();
  await bench.control(`/checkout/${declined.id}`, { outcome: "decline" });
  const bank = await bench.session();
  await bench.control(`/checkout/${bank.id}`, { card: "bank" });
  const charge = await bench.paid(30_000);
  const disputed = await bench.paid(9_000, "dispute");
  const failing = await bench.paid(9_000, "refund_fails");
  const transfer = await stripe.transfers.create({
    amount: 9_000,
    currency: "usd",
    destination: account.id,
    source_transaction: charge.id,
  });
  const reversal = await stripe.transfers.createReversal(transfer.id, { amount: 1_000 });
  const refund = await stripe.refunds.create({ charge: charge.id, amount: 2_000 });
  const failed = await stripe.refunds.create({ charge: failing.id });
  const link = await stripe.accountLinks.create({
    account: account.id,
    type: "account_onboarding",
    refresh_url: "http://127.0.0.1:9/",
    return_url: "http://127.0.0.1:9/",
  });
  const login = await stripe.accounts.createLoginLink(account.id);
  const left_open = await bench.session();
  await bench.control(`/checkout/${left_open.id}`, { outcome: "expire" });
  const lost_debit = await bench.session();
  await bench.control(`/checkout/${lost_debit.id}`, { card: "bank_failure" });
  const won = await bench.control<{ id: string }>("/disputes", { charge: (await bench.paid(8_000)).id });
  const pending = await stripe.refunds.create({ charge: (await bench.paid(7_000, "refund_pending")).id });
  const rejected = await bench.account("rejected");
  const gone = await bench.account();
  await bench.control(`/accounts/${gone.id}`, { outcome: "deauthorized" });
  await stripe.disputes.update(won.id, { metadata: { looked_at: "yes" } });
  await bench.control(`/disputes/${won.id}`, { outcome: "won" });
  await bench.control("/faults", { kind: "payout_fails", times: 1 });
  await bench.turnDays(4.2);
  // A second account, whose bank takes what is paid out.
  const paid_out = await bench.account();
  await stripe.transfers.create({
    amount: 2_000,
    currency: "usd",
    destination: paid_out.id,
    source_transaction: charge.id,
  });
  await bench.turnDays(4.2);
  const arrived = one((await stripe.payouts.list({}, { stripeAccount: paid_out.id })).data, "the payout");
  const intents = (await stripe.paymentIntents.list({ limit: 100 })).data;
  const payout = one((await stripe.payouts.list({}, { stripeAccount: account.id })).data, "the payout");
  const transactions = await stripe.balanceTransactions.list({ limit: 100 });
  const dispute = one((await stripe.disputes.list({ charge: disputed.id })).data, "the dispute");
  return [
    ["Stripe.Account", await read(`/v1/accounts/${account.id}`)],
    ["Stripe.Account", await read(`/v1/accounts/${restricted.id}`)],
    ["Stripe.AccountLink", link],
    ["Stripe.LoginLink", login],
    ["Stripe.Balance", await read("/v1/balance")],
    ["Stripe.Balance", await read("/v1/balance", account.id)],
    ["Stripe.BalanceSettings", await read("/v1/balance_settings")],
    ["Stripe.Customer", await read(`/v1/customers/${customer.id}`)],
    ["Stripe.Checkout.Session", await read(`/v1/checkout/sessions/${session.id}`)],
    ["Stripe.Checkout.Session", await read(`/v1/checkout/sessions/${bank.id}`)],
    ["Stripe.Account", await read(`/v1/accounts/${rejected.id}`)],
    ["Stripe.Checkout.Session", await read(`/v1/checkout/sessions/${left_open.id}`)],
    ["Stripe.Checkout.Session", await read(`/v1/checkout/sessions/${lost_debit.id}`)],
    ["Stripe.Dispute", await read(`/v1/disputes/${dispute.id}`)],
    ["Stripe.Dispute", await read(`/v1/disputes/${won.id}`)],
    ["Stripe.Refund", await read(`/v1/refunds/${pending.id}`)],
    [
      "Stripe.Transfer",
      await read(`/v1/transfers/${transfer.id}?expand[]=destination_payment&expand[]=balance_transaction`),
    ],
    ["Stripe.TransferReversal", await read(`/v1/transfers/${transfer.id}/reversals/${reversal.id}`)],
    ["Stripe.Refund", await read(`/v1/refunds/${refund.id}`)],
    ["Stripe.Refund", await read(`/v1/refunds/${failed.id}`)],
    ["Stripe.Payout", await read(`/v1/payouts/${payout.id}`, account.id)],
    ["Stripe.Payout", await read(`/v1/payouts/${arrived.id}`, paid_out.id)],
    ["Stripe.Charge", await read(`/v1/charges/${charge.id}?expand[]=refunds&expand[]=payment_intent`)],
    ...(await Promise.all(
      intents.map(
        async ({ id }): Promise<[string, object]> => [
          "Stripe.PaymentIntent",
          await read(`/v1/payment_intents/${id}?expand[]=latest_charge`),
        ],
      ),
    )),
    ...transactions.data.map((one): [string, object] => ["Stripe.BalanceTransaction", plain(one)]),
    ...bench.received.map((event): [string, object] => ["EventOf", event]),
  ];
}

/** Compiles `objects` as literals of their types, and returns what the compiler says. */
function complaints(objects: Array<[type: string, object: object]>): string[] {
  const file = join(ROOT, "tests/scenarios/stripe-shapes-literals.ts");
  const source = [
    'import type Stripe from "stripe";',
    // An event's own type follows from its `type`, as an app narrows it.
    'type EventOf<T extends Stripe.Event["type"]> = Extract<Stripe.Event, { type: T }>;',
    ...objects.map(([type, object], index) => {
      const exact =
        type === "EventOf" ? `EventOf<${JSON.stringify((object as { type: string }).type)}>` : type;
      return `export const v${index}: ${exact} = ${JSON.stringify(object)};`;
    }),
  ].join("\n");
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ["node"],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? source : readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  return program.getSemanticDiagnostics(program.getSourceFile(file)).map((diagnostic) => {
    const line = ts.getLineAndCharacterOfPosition(
      required(diagnostic.file, "the file"),
      required(diagnostic.start, "the start"),
    ).line;
    return `${objects[line - 2]?.[0]}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
  });
}

describe("the shape of every answer", () => {
  it("is what the SDK's types say", async () => {
    const objects = await gather();
    expect(objects.length).toBeGreaterThan(50);
    expect(complaints(objects)).toEqual([]);
    // Among them is an event of every type that the app acts on.
    const told = new Set(bench.received.map(({ type }) => type as string));
    expect(Object.keys(HANDLERS).filter((type) => !told.has(type))).toEqual([]);
  });

  it("would be found out if it were not", () => {
    const found = complaints([
      ["Stripe.LoginLink", { object: "login_link", created: 1 }],
      ["Stripe.LoginLink", { object: "login_link", created: 1, url: "", more: 1 }],
      ["Stripe.LoginLink", { object: "login_link", created: "1", url: "" }],
    ]);
    expect(found).toHaveLength(3);
  });
});
