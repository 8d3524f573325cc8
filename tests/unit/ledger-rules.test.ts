/** Every invariant and every kind of the ledger has its words: a rule that nobody can read is no promise. */
import { describe, expect, test } from "vitest";
import { INCIDENT_KINDS } from "@/app/domain/audit/incident-kinds";
import { ACCOUNT_CLASSES, classOfCode } from "@/app/domain/ledger/account-classes";
import { accounts } from "@/app/domain/ledger/accounts";
import { placeOfEntry } from "@/app/domain/ledger/charge-places";
import { followCharge } from "@/app/domain/ledger/follow-charge";
import { LEDGER_KINDS } from "@/app/domain/ledger/post";
import en from "@/app/i18n/en";
import { readChecks } from "@/db/checks";

const names = (texts: object) => Object.keys(texts).sort();

describe("words", () => {
  test("for every invariant, and for no other", () => {
    expect(names(en["books/rules"])).toEqual(readChecks().map(({ name }) => name));
  });
  test("for every kind of transaction", () => {
    expect(names(en["books/words"].kind)).toEqual([...LEDGER_KINDS].sort());
  });
  test("for every kind of incident, with what to do", () => {
    expect(names(en["books/incidents"].advice)).toEqual([...INCIDENT_KINDS].sort());
    expect(names(en["operator/incidents"].kinds)).toEqual([...INCIDENT_KINDS].sort());
  });
  test("for every class of accounts", () => {
    expect(names(en["books/words"].class)).toEqual(names(ACCOUNT_CLASSES));
  });
});

const ALL_ACCOUNTS = [
  accounts.stripePlatform,
  accounts.stripeDisputed,
  accounts.stripeClearing,
  accounts.platformFees,
  accounts.stripeFees,
  accounts.losses,
  accounts.brandAvailable("brand_1"),
  accounts.offerBudget("offer_1"),
  accounts.collaborationHeld("collab_1"),
  accounts.clawback("collab_1"),
  accounts.creatorPayable("creator_1"),
  accounts.creatorOwed("creator_1"),
].map(({ code }) => code);

test("every account of the ledger is in a class and has a place in the story of a charge", () => {
  expect(ALL_ACCOUNTS).toHaveLength(Object.keys(accounts).length);
  for (const code of ALL_ACCOUNTS) {
    expect(classOfCode(code), code).not.toBeNull();
    expect(placeOfEntry({ kind: "capture", code, amount_minor: 1 }), code).not.toBeNull();
  }
});

describe("a charge", () => {
  const capture = {
    id: "ltx_1",
    kind: "capture",
    at: new Date(0),
    collaboration_id: null,
    movement_id: null,
    side: "own",
  } as const;
  const entry = (code: string, amount_minor: number) => ({ kind: "capture" as const, code, amount_minor });

  test("whose entries are not all there does not add up", () => {
    const entries = [entry("stripe:platform", 9_700), entry("offer:offer_1:budget", -10_000)];
    expect(followCharge([{ ...capture, entries }]).unexplained_minor).toBe(-300);
    const whole = [...entries, entry("platform:stripe_fees", 300)];
    expect(followCharge([{ ...capture, entries: whole }])).toMatchObject({
      unexplained_minor: 0,
      rest_minor: 10_000,
      stripe_fee_minor: 300,
    });
  });

  test("moved at Stripe by a kind of transaction that nobody has named a place for does not add up either", () => {
    const entries = [entry("stripe:platform", -100), entry("offer:offer_1:budget", 100)];
    expect(followCharge([{ ...capture, kind: "hold", entries }]).unexplained_minor).toBe(100);
  });
});
