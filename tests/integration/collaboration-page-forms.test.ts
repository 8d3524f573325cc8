/** Every form of a collaboration's page: done, refused in words, sent by the wrong person, filled in wrongly, sent twice. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/app/domain/actor";
import { makeTransition, PLAIN_EVENTS } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { clockOffset, setClockOffset } from "@/app/lib/clock";
import { COLLABORATION_FORMS } from "@/app/routes/collaborations.$id/actions";
import { action } from "@/app/routes/collaborations.$id/route";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { type Deal, dealAt, letDeadlinePass, read, type Step } from "../factories/collaborations";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeCreator, makeOperator } from "../factories/people";
import { goneDeal, watchedDeal } from "../factories/watched-posts";
import { callRoute, signIn } from "../setup/call-route";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

type Person = "brand" | "creator" | "operator";
type At =
  | Step
  | "invited"
  | "changes_requested"
  | "rejected"
  | "appealed"
  | "monitoring"
  | "gone"
  | "removal_appealed";
type Form = Record<string, string>;
type Case = {
  intent: string;
  at: At;
  by: Person;
  form?: Form;
  /** What the same form lacks, and the field that then says so. */
  wrong?: [form: Form, field: string];
  mode?: "purchase" | "code";
  /** Sent twice it is done twice, to the same end. */
  repeatable?: true;
};

const NOTE = "The label is not to be seen in any of the pictures.";
const short: [Form, string] = [{ note: "no" }, "note"];

const CASES: readonly Case[] = [
  { intent: "offer_slot", at: "applied", by: "brand" },
  { intent: "decline_application", at: "applied", by: "brand" },
  { intent: "withdraw", at: "applied", by: "creator" },
  { intent: "shortlist", at: "applied", by: "brand", repeatable: true },
  { intent: "take_off_shortlist", at: "applied", by: "brand", repeatable: true },
  {
    intent: "accept_slot",
    at: "slot_offered",
    by: "creator",
    form: { agreed: "on" },
    wrong: [{ agreed: "" }, "agreed"],
  },
  { intent: "decline_slot", at: "slot_offered", by: "creator" },
  { intent: "extend_slot", at: "slot_offered", by: "creator" },
  { intent: "cancel", at: "awaiting_sample", by: "brand" },
  {
    intent: "ship",
    at: "awaiting_sample",
    by: "brand",
    form: { carrier: "USPS", tracking_code: "9400110200881234567890" },
    wrong: [{ carrier: "A friend" }, "carrier"],
  },
  {
    intent: "reship",
    at: "in_transit",
    by: "brand",
    form: { carrier: "USPS", tracking_code: "9400110200881234567891" },
    wrong: [{ tracking_code: "" }, "tracking_code"],
  },
  {
    intent: "enter_order",
    at: "awaiting_sample",
    by: "creator",
    mode: "purchase",
    form: { order_number: "111-222", paid: "12.50", currency: "USD" },
    wrong: [{ order_number: "" }, "order_number"],
  },
  {
    intent: "issue_code",
    at: "awaiting_sample",
    by: "brand",
    mode: "code",
    form: { code: "LAMP-ADA" },
    wrong: [{ code: "" }, "code"],
  },
  { intent: "deliver", at: "in_transit", by: "creator" },
  { intent: "report_sample", at: "creating", by: "creator", form: { note: NOTE } },
  { intent: "return_sample", at: "creating", by: "creator" },
  { intent: "extend_content", at: "creating", by: "creator" },
  {
    intent: "submit",
    at: "creating",
    by: "creator",
    form: { url: "https://www.youtube.com/watch?v=dQw4w9WgXcQ" },
    wrong: [{ url: "" }, "url"],
  },
  { intent: "pass_verification", at: "verifying", by: "operator", form: { note: NOTE }, wrong: short },
  {
    intent: "fail_verification",
    at: "verifying",
    by: "operator",
    form: { presence: "live", note: NOTE },
    wrong: [{ presence: "" }, "presence"],
  },
  {
    intent: "observe_post",
    at: "monitoring",
    by: "operator",
    form: { presence: "not_live", note: NOTE },
    wrong: [{ presence: "unknown" }, "presence"],
  },
  { intent: "approve", at: "in_review", by: "brand" },
  {
    intent: "request_changes",
    at: "in_review",
    by: "brand",
    form: { clause: "must_show:0", note: NOTE },
    wrong: [{ clause: "" }, "clause"],
  },
  { intent: "reject", at: "in_review", by: "brand", form: { clause: "summary", note: NOTE }, wrong: short },
  { intent: "appeal", at: "rejected", by: "creator", form: { note: NOTE } },
  { intent: "accept_rejection", at: "rejected", by: "creator" },
  { intent: "add_statement", at: "appealed", by: "brand", form: { note: NOTE } },
  { intent: "uphold_appeal", at: "appealed", by: "operator", form: { note: NOTE } },
  { intent: "dismiss_appeal", at: "appealed", by: "operator", form: { note: NOTE } },
  {
    intent: "split_appeal",
    at: "appealed",
    by: "operator",
    form: { note: NOTE, share: "50", currency: "USD" },
    wrong: short,
  },
  { intent: "appeal_removal", at: "gone", by: "creator", form: { note: NOTE } },
  { intent: "excuse_removal", at: "removal_appealed", by: "operator", form: { note: NOTE } },
  { intent: "confirm_removal", at: "removal_appealed", by: "operator", form: { note: NOTE } },
  {
    intent: "record_breach",
    at: "creating",
    by: "operator",
    form: { kind: "off_platform_payment", note: NOTE },
    wrong: [{ kind: "bad manners" }, "kind"],
  },
];

/** Need an invitation, a purchase, or money that has been paid out: they have their own tests below. */
const ELSEWHERE = ["accept_invitation", "decline_invitation", "claw_back", "reverse_pay", "reimburse"];

const MODES = {
  purchase: { sample_mode: "purchase", reimbursement_cap_minor: 2_000 },
  code: { sample_mode: "code", sample_code: "LAMP" },
} as const;

async function dealFor({ at, mode }: Pick<Case, "at" | "mode">): Promise<Deal> {
  const brand = await makeBrand();
  const offer = await makeLiveOffer(brand, mode ? MODES[mode] : {});
  if (at === "monitoring") return watchedDeal({ brand, offer });
  if (at === "gone") return goneDeal({ brand, offer });
  if (at === "removal_appealed") {
    const gone = await goneDeal({ brand, offer });
    const event = "appeal_removal";
    await transact((tx) =>
      makeTransition(tx, gone.creator, { collaboration_id: gone.id, event, note: NOTE }),
    );
    return gone;
  }
  const late = at === "rejected" || at === "appealed" || at === "changes_requested";
  const deal = await dealAt(late ? "in_review" : (at as Step), { brand, offer });
  const review = { collaboration_id: deal.id, clause: "summary", note: NOTE };
  if (at === "rejected" || at === "appealed")
    await transact((tx) => reviewSubmission(tx, brand, { ...review, decision: "reject" }));
  if (at === "appealed")
    await transact((tx) =>
      makeTransition(tx, deal.creator, { collaboration_id: deal.id, event: "appeal", note: NOTE }),
    );
  return deal;
}

async function sendTo(deal: Deal, by: Actor, form: Form) {
  const cookie = "user_id" in by ? await signIn(by.user_id) : "";
  return callRoute(action, `/collaborations/${deal.id}`, { form, cookie, params: { id: deal.id } });
}

async function whole(deal: Deal, { intent, form = {} }: Pick<Case, "intent" | "form">): Promise<Form> {
  const { version } = await read(deal.id);
  const submission = await db.query.submissions.findFirst({
    where: (table, { eq }) => eq(table.collaboration_id, deal.id),
  });
  return { intent, version: `${version}`, ...(submission ? { submission_id: submission.id } : {}), ...form };
}

async function personOf(deal: Deal, by: Person): Promise<Actor> {
  return by === "operator" ? makeOperator() : deal[by];
}

test("every form of the page is among these", () => {
  const intents = COLLABORATION_FORMS.flatMap(({ shape }) => {
    const { def } = shape.intent as { def: { values?: readonly string[]; entries?: Record<string, string> } };
    return def.values ?? Object.values(def.entries ?? {});
  });
  expect(intents).toEqual(expect.arrayContaining([...PLAIN_EVENTS]));
  expect([...new Set(intents)].sort()).toEqual([...CASES.map(({ intent }) => intent), ...ELSEWHERE].sort());
});

describe.each(CASES)("$intent", (given) => {
  const { intent, by, form = {}, wrong, repeatable } = given;

  test("is done once, by whom it is for", async () => {
    const deal = await dealFor(given);
    const person = await personOf(deal, by);
    const typed = await whole(deal, given);
    const done = await sendTo(deal, person, typed);
    expect(done).toMatchObject({ status: 302, location: `/collaborations/${deal.id}?done=${intent}` });
    const after = await read(deal.id);
    const again = await sendTo(deal, person, typed);
    if (repeatable) expect(again.status).toBe(302);
    else {
      expect(again.status).toBe(409);
      expect(again.body.errors?.[""]?.[0]).toMatch(/\w+ \w+/);
      expect(again.body.values).toMatchObject(form);
    }
    expect((await read(deal.id)).version).toBe(after.version);
  });

  test("is not found by strangers and not done by the other side", async () => {
    const deal = await dealFor(given);
    const typed = await whole(deal, given);
    const before = await read(deal.id);
    for (const stranger of [await makeBrand(), await makeCreator()]) {
      const { status } = await sendTo(deal, stranger, typed);
      expect(status === 404 || status === 403).toBe(true);
    }
    const others = (["brand", "creator", "operator"] as const).filter(
      (one) => one !== by && !mayToo(given, one),
    );
    for (const other of others) {
      const refused = await sendTo(deal, await personOf(deal, other), typed);
      expect(refused).toMatchObject({ status: 403, body: { code: "forbidden" } });
    }
    const nobody = await callRoute(action, `/collaborations/${deal.id}`, {
      form: typed,
      params: { id: deal.id },
    });
    expect(nobody.location).toContain("/sign-in");
    expect(await read(deal.id)).toEqual(before);
  });

  test("says what is missing, and keeps what was typed", async () => {
    const deal = await dealFor(given);
    const before = await read(deal.id);
    const typed = await whole(deal, given);
    const bad = wrong ? { ...typed, ...wrong[0] } : { ...typed, version: "the last one" };
    if (!wrong && repeatable) return;
    const answer = await sendTo(deal, await personOf(deal, by), { ...bad, "e[1]": "1", password: "secret" });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ intent, done: null });
    expect(Object.keys(answer.body.errors ?? {})).toEqual([wrong ? wrong[1] : "version"]);
    expect(answer.body.errors?.[wrong ? wrong[1] : "version"]?.[0]).toMatch(/^[A-Z].* .*\.$/s);
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|e\[1\]/);
    expect(await read(deal.id)).toEqual(before);
  });
});

/** Both sides may cancel before anything was sent, and add to an appeal. */
function mayToo({ intent }: Case, other: Person): boolean {
  return (intent === "cancel" || intent === "add_statement") && other === "creator";
}

describe("forms that need more than this", () => {
  test("what a sample cost is paid back once, by an operator, after the brand has cancelled", async () => {
    const deal = await dealFor({ at: "awaiting_sample", mode: "purchase" });
    const bought = { order_number: "111-222", paid: "12.50", currency: "USD" };
    const by = async (person: Person, intent: string, form: Form = {}) =>
      sendTo(deal, await personOf(deal, person), await whole(deal, { intent, form }));
    await by("creator", "enter_order", bought);
    await by("creator", "deliver");
    await by("brand", "cancel");
    expect((await by("operator", "reimburse", { note: NOTE })).status).toBe(409);
    const clock = clockOffset();
    await letDeadlinePass(deal.id);
    setClockOffset(clock);
    for (const side of ["brand", "creator"] as const)
      expect(await by(side, "reimburse", { note: NOTE })).toMatchObject({ status: 403 });
    expect(await by("operator", "reimburse", { note: NOTE })).toMatchObject({
      status: 302,
      location: `/collaborations/${deal.id}?done=reimburse`,
    });
    expect((await read(deal.id)).state).toBe("awarded");
    expect((await by("operator", "reimburse", { note: NOTE })).status).toBe(409);
  });

  test("an intent that no form has is not found", async () => {
    const deal = await dealAt("applied");
    for (const form of [{ intent: "settle_transfer" }, {} as Form])
      expect(await sendTo(deal, deal.brand, form)).toMatchObject({
        status: 404,
        body: { code: "not_found" },
      });
  });

  test("nothing can be reversed where nothing is owed, and only an operator may ask", async () => {
    const deal = await dealAt("creating");
    expect((await sendTo(deal, await makeOperator(), { intent: "reverse_pay" })).status).toBe(404);
    expect((await sendTo(deal, deal.brand, { intent: "reverse_pay" })).status).toBe(403);
  });

  test.each(["accept_invitation", "decline_invitation", "claw_back"])(
    "%s is refused in words where it does not apply",
    async (intent) => {
      const deal = await dealAt("creating");
      const person = intent === "claw_back" ? await makeOperator() : deal.creator;
      const answer = await sendTo(deal, person, await whole(deal, { intent, form: { note: NOTE } }));
      expect(answer.status).toBe(409);
      expect(answer.body.refusal?.code).toBe("stale_state");
    },
  );

  test("what an operator saw is kept: for a paid post, and for one that failed", async () => {
    const operator = await makeOperator();
    for (const [deal, intent] of [
      [await watchedDeal(), "observe_post"],
      [await dealAt("verifying"), "fail_verification"],
    ] as const) {
      const typed = await whole(deal, { intent, form: { presence: "not_live", note: NOTE } });
      expect((await sendTo(deal, operator, { ...typed, note: "Gone." })).body.errors).toHaveProperty("note");
      expect((await sendTo(deal, operator, typed)).status).toBe(302);
      const [submission] = await db.query.submissions.findMany({
        where: (table, { eq }) => eq(table.collaboration_id, deal.id),
      });
      const seen = await db.query.post_observations.findMany({
        where: (table, { eq }) => eq(table.submission_id, submission?.id ?? "submission_none"),
      });
      expect(seen).toMatchObject([
        { presence: "not_live", note: NOTE, observed_by_user_id: operator.user_id },
      ]);
    }
  });

  test("a stale form says what happened meanwhile", async () => {
    const deal = await dealAt("applied");
    const typed = await whole(deal, { intent: "withdraw" });
    await transact((tx) =>
      makeTransition(tx, deal.brand, { collaboration_id: deal.id, event: "offer_slot" }),
    );
    const answer = await sendTo(deal, deal.creator, typed);
    expect(answer).toMatchObject({ status: 409, body: { refusal: { code: "stale_state" } } });
  });
});
