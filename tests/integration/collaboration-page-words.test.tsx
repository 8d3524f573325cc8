/** What a collaboration's page says about an ending is true: what a cancellation costs, what follows when nobody acts, what an operator decides on. */

import { eq } from "drizzle-orm";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/app/domain/actor";
import { makeTransition, type PlainEvent } from "@/app/domain/collaboration/make-transition";
import { askOperatorToObserve } from "@/app/domain/collaboration/record-presence";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { enterOrder } from "@/app/domain/collaboration/ship-sample";
import "@/app/i18n/languages";
import type { Locale } from "@/app/i18n/locales";
import { now, setClockOffset } from "@/app/lib/clock";
import { required } from "@/app/lib/one";
import { AgreementCard } from "@/app/routes/collaborations.$id/parts/agreement";
import { Story } from "@/app/routes/collaborations.$id/parts/collaboration-timeline";
import { CollaborationHeader } from "@/app/routes/collaborations.$id/parts/header";
import { NextCard } from "@/app/routes/collaborations.$id/parts/next";
import { PostCard } from "@/app/routes/collaborations.$id/parts/post";
import type { PartProps } from "@/app/routes/collaborations.$id/parts/props";
import { loader } from "@/app/routes/collaborations.$id/route";
import { GivenPageFacts } from "@/app/ui/page-facts";
import { RequestInfoContext } from "@/app/ui/request-info";
import { db } from "@/db/client";
import { creator_channels } from "@/db/schema/creator";
import { transact } from "@/db/transact";
import { type Deal, dealAt, decide, letDeadlinePass, read, submit } from "../factories/collaborations";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeOperator } from "../factories/people";
import { makeVerification } from "../factories/verifications";
import { goneDeal } from "../factories/watched-posts";
import { callRoute, signIn } from "../setup/call-route";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});
afterEach(() => setClockOffset(0));

type Viewer = PartProps["viewer"];
const VIEWERS: readonly Viewer[] = ["brand", "creator", "operator"];
const NOTE = "The lamp is not to be seen in any of the pictures.";

type Parts = (props: PartProps) => JSX.Element;

const ABOVE: Parts = (props) => (
  <>
    <CollaborationHeader {...props} />
    <NextCard {...props} />
    <Story page={props.page} />
  </>
);

/** The words of the page, or of some of its parts, as one text. */
async function pageOf(
  deal: Deal,
  viewer: Viewer,
  locale: Locale = "en",
  Shown: Parts = ABOVE,
): Promise<string> {
  const actor = viewer === "operator" ? await makeOperator() : deal[viewer];
  const cookie = await signIn(actor.user_id);
  const { body } = await callRoute(loader, `/collaborations/${deal.id}`, { cookie, params: { id: deal.id } });
  const { page } = JSON.parse(JSON.stringify(body)) as Pick<PartProps, "page">;
  const info = { locale, theme: "system", motion: "system", nonce: "", request_id: "" } as const;
  const element = (
    <RequestInfoContext.Provider value={info}>
      <GivenPageFacts facts={{ now: now().toISOString(), time_zone: "UTC" }}>
        <Shown page={page} viewer={viewer} />
      </GivenPageFacts>
    </RequestInfoContext.Provider>
  );
  const routes = [{ path: "*", element }];
  const { query, dataRoutes } = createStaticHandler(routes);
  const context = await query(new Request(`http://127.0.0.1/collaborations/${deal.id}`));
  if (context instanceof Response) throw new Error(`answered ${context.status}`);
  const router = createStaticRouter(dataRoutes, context);
  const html = renderToString(<StaticRouterProvider router={router} context={context} hydrate={false} />);
  return html
    .replaceAll("<!-- -->", "")
    .replace(/<[^>]+>/g, "\n")
    .replaceAll("&#x27;", "'");
}

const act = (deal: Deal, actor: Actor, event: PlainEvent) =>
  transact((tx) => makeTransition(tx, actor, { collaboration_id: deal.id, event, note: NOTE }));
const complain = (deal: Deal, decision: "request_changes" | "reject", clause = "must_show:0") =>
  transact((tx) =>
    reviewSubmission(tx, deal.brand, { collaboration_id: deal.id, decision, clause, note: NOTE }),
  );

async function bought(): Promise<Deal> {
  const brand = await makeBrand();
  const offer = await makeLiveOffer(brand, { sample_mode: "purchase", reimbursement_cap_minor: 3_000 });
  const deal = await dealAt("awaiting_sample", { brand, offer });
  await transact((tx) =>
    enterOrder(tx, deal.creator, { collaboration_id: deal.id, order_number: "111-2222", paid_minor: 2_500 }),
  );
  await act(deal, deal.creator, "deliver");
  return deal;
}

type Scene = {
  title: string;
  make: () => Promise<Deal>;
  /** What each may read, and must not. */
  says: Partial<Record<Viewer, readonly string[]>>;
  never?: RegExp;
};

const HALF = /half of|一半/;
const SCENES: readonly Scene[] = [
  {
    title: "a brand may cancel before there is a post",
    make: () => dealAt("creating"),
    says: { brand: ["48 hours to submit a post", "full fee of $100.00", "The creator keeps the sample."] },
  },
  {
    title: "a brand may cancel while the post is checked",
    make: () => dealAt("verifying"),
    says: { brand: ["that decides what you pay", "If no post passes, the held funds go back"] },
  },
  {
    title: "a brand may cancel after the check failed, and so may the creator",
    make: async () => {
      const deal = await dealAt("verifying");
      await decide(deal.id, "failed");
      return deal;
    },
    says: {
      brand: ["48 hours to submit a post"],
      creator: [
        "You get no fee",
        "You keep the sample",
        "If a third submission fails, you can’t submit again.",
      ],
    },
  },
  {
    title: "changes are asked for",
    make: async () => {
      const deal = await dealAt("in_review");
      await complain(deal, "request_changes");
      return deal;
    },
    says: {
      brand: ["the creator gets the full fee of $100.00", "our team decides who gets the fee"],
      creator: ["Your post has already passed our checks.", "Appeal instead"],
    },
  },
  {
    title: "an updated post failed once",
    make: async () => {
      const deal = await dealAt("in_review");
      await complain(deal, "request_changes");
      await submit(deal.creator, deal.id);
      await decide(deal.id, "failed");
      return deal;
    },
    says: {
      brand: ["the creator gets the full fee of $100.00"],
      creator: ["An earlier version of your post has passed our checks"],
    },
    never: /Appeal instead/,
  },
  {
    title: "changes are asked for by a clause that the check found to be met",
    make: async () => {
      const deal = await dealAt("verifying");
      await decide(deal.id, "passed");
      const submission = await latest(deal);
      await makeVerification(submission, {
        verdict: "passed",
        checks: [{ check: "product_link", verdict: "passed" }],
      });
      await complain(deal, "request_changes", "link");
      return deal;
    },
    says: { creator: ["the creator gets the full fee, because a post passed"] },
  },
  {
    title: "the brand has cancelled",
    make: async () => {
      const deal = await dealAt("creating");
      await act(deal, deal.brand, "cancel");
      return deal;
    },
    says: {
      brand: ["You canceled.", "Waiting for the creator", "the funds go back to the brand"],
      creator: ["Your turn", "Submit post", "when the brand canceled", "you can earn the full fee"],
      operator: ["The brand canceled."],
    },
    never: /Cancel the collaboration/,
  },
  {
    title: "the brand has cancelled while the post was checked",
    make: async () => {
      const deal = await dealAt("verifying");
      await act(deal, deal.brand, "cancel");
      return deal;
    },
    says: {
      brand: ["You canceled while the post was being checked."],
      creator: ["you can earn the full fee"],
    },
    never: /Cancel the collaboration/,
  },
  {
    title: "a sample was bought, the brand has cancelled, and no post came",
    make: async () => {
      const deal = await bought();
      await act(deal, deal.brand, "cancel");
      await letDeadlinePass(deal.id);
      return deal;
    },
    says: {
      brand: ["Waiting for our team", "our team confirms the purchase", "the funds go back to the brand"],
      creator: ["so you can be reimbursed"],
      operator: ["Check the order number", "Reimburse only the sample", "$25.00", "Decide for the brand"],
    },
    never: /Split the funds|Decide for the creator|ppeal/,
  },
  {
    title: "the post was rejected",
    make: async () => {
      const deal = await dealAt("in_review");
      await complain(deal, "reject");
      return deal;
    },
    says: {
      brand: ["otherwise, our team decides"],
      creator: ["Accept the rejection", "you can’t appeal afterwards", "our team decides who gets the fee"],
    },
  },
  {
    title: "nobody appealed a rejection",
    make: async () => {
      const deal = await dealAt("in_review");
      await complain(deal, "reject");
      await letDeadlinePass(deal.id);
      return deal;
    },
    says: {
      brand: [
        "Awaiting decision",
        "the creator didn’t appeal",
        "the creator gets the full fee, because a post",
      ],
      creator: ["and you didn’t appeal", "Decision by our team"],
      operator: ["Your turn", "the creator didn’t appeal. Compare the post", "Decide for the creator"],
    },
    never: /Decision on the appeal|Reimburse only/,
  },
  {
    title: "three updated posts failed",
    make: async () => {
      const deal = await dealAt("in_review");
      await complain(deal, "request_changes");
      for (const _ of [1, 2, 3]) {
        await submit(deal.creator, deal.id);
        await decide(deal.id, "failed");
      }
      return deal;
    },
    says: {
      brand: ["You asked for changes, and no updated post passed."],
      operator: ["An earlier version did. Compare it with the clause"],
    },
  },
  {
    title: "an appeal is decided late",
    make: async () => {
      const deal = await dealAt("in_review");
      await complain(deal, "reject");
      await act(deal, deal.creator, "appeal");
      await act(deal, deal.brand, "add_statement");
      await letDeadlinePass(deal.id);
      return deal;
    },
    says: {
      brand: ["Decision on the appeal", "our team has 7 more days to decide"],
      operator: ["The creator appealed. Compare"],
    },
  },
];

const WATCHED_SCENES: readonly Scene[] = [
  {
    title: "the paid post is gone and may be put back",
    make: () => goneDeal(),
    says: {
      creator: [
        "Paid, post is down",
        "your post is no longer public",
        "Your turn",
        "Put the post back up",
        "Make it public again at the same link",
        "not public again by then, you owe $100.00 back",
        "a strike of 2 points",
      ],
      brand: [
        "you get back what we recover",
        "Waiting for the creator",
        "the creator owes the fee back",
        "what we recover of $100.00",
      ],
      operator: ["owes the fee back and gets a strike", "Waiting for the creator", "owes $100.00 back"],
    },
    never: /Nothing to do|Completed”|must stay up/,
  },
  {
    title: "the paid post is gone, and nobody can tell whether it is back",
    make: async () => {
      const deal = await goneDeal();
      await transact((tx) =>
        askOperatorToObserve(tx, { collaboration_id: deal.id, reason: "not_readable", next_at: null }),
      );
      return deal;
    },
    says: {
      creator: ["Your turn", "whether the post is back up"],
      brand: ["Waiting for the creator", "whether the post is back up"],
      operator: ["Your turn"],
    },
    never: /You don’t need to do anything/,
  },
  {
    title: "the first look found no public post",
    make: async () => {
      const deal = await dealAt("verifying");
      await makeVerification(await latest(deal), {
        verdict: "undecided",
        checks: [{ check: "live", code: "not_live_once" }],
      });
      return deal;
    },
    says: {
      creator: ["Your turn", "make it public now", "stays hidden, the check fails"],
      brand: ["Waiting for the creator", "The creator can make it public now"],
      operator: ["Waiting for the creator"],
    },
    never: /Nothing to do|our team looks/,
  },
  {
    title: "the brand has approved, and the hold is over",
    make: async () => {
      const deal = await dealAt("in_review");
      await transact((tx) =>
        reviewSubmission(tx, deal.brand, { collaboration_id: deal.id, decision: "approve" }),
      );
      const { due_at } = await read(deal.id);
      setClockOffset(required(due_at, "the end of the hold").getTime() - now().getTime() + 1_000);
      return deal;
    },
    says: { creator: ["The transfer starts now"], brand: ["The transfer starts now"] },
    never: /Passed|If nothing happens by then|\buntil\b/,
  },
];

async function latest(deal: Deal) {
  const submission = await db.query.submissions.findFirst({
    where: (table, { eq }) => eq(table.collaboration_id, deal.id),
    orderBy: (table, { desc }) => desc(table.round),
  });
  return required(submission, "the submission").id;
}

describe.each([...SCENES, ...WATCHED_SCENES])("$title", ({ make, says, never }) => {
  test("each side reads what is so", async () => {
    const deal = await make();
    for (const viewer of VIEWERS) {
      const words = await pageOf(deal, viewer);
      for (const sentence of says[viewer] ?? []) expect(words).toContain(sentence);
      if (never) expect(words).not.toMatch(never);
      expect(words).not.toMatch(HALF);
    }
  });

  test("in Chinese as well, and every text is there", async () => {
    const deal = await make();
    for (const viewer of VIEWERS)
      for (const locale of ["en", "zh"] as const) {
        const words = await pageOf(deal, viewer, locale);
        expect(words).not.toMatch(
          /undefined|\{\{|\b(confirm|outcome|next|state|passed|act|due|form|event|decide)\.\w/,
        );
        if (locale === "zh") expect(words).toMatch(/\p{Script=Han}/u);
        expect(words).not.toMatch(HALF);
      }
  });
});

test("the agreement names the product's link and ASIN, and the channel as it was agreed", async () => {
  const deal = await dealAt("creating");
  const agreement = await db.query.agreements.findFirst({
    where: (table, { eq: is }) => is(table.collaboration_id, deal.id),
  });
  const { product, channel } = required(agreement, "the agreement").terms;
  await db
    .update(creator_channels)
    .set({ handle: "@newname", handle_key: "newname" })
    .where(eq(creator_channels.id, deal.creator.channel_id));
  for (const viewer of VIEWERS) {
    const words = await pageOf(deal, viewer, "en", AgreementCard);
    expect(product.url + product.asin).not.toBe("");
    if (product.url) expect(words).toContain(product.url);
    if (product.asin) expect(words).toContain(`ASIN ${product.asin}`);
    expect(words).toContain(`${channel.handle} · now @newname`);
  }
});

test.each(["en", "zh"] as const)(
  "an operator reads what to look for where no machine saw the post (%s)",
  async (locale) => {
    const deal = await dealAt("verifying");
    await decide(deal.id, "undecided");
    const { texts } = await import(`@/app/i18n/${locale}/verification`).then((module) => ({
      texts: module.default as typeof import("@/app/i18n/en/verification").default,
    }));
    const Card: Parts = (props) => <PostCard {...props} />;
    const read_by_operator = await pageOf(deal, "operator", locale, Card);
    for (const check of ["live", "ownership", "published_after", "disclosure"] as const)
      expect(read_by_operator).toContain(texts.check[check]);
    expect(await pageOf(deal, "creator", locale, Card)).not.toContain(texts.check.disclosure);
  },
);
