import { describe, expect, it } from "vitest";
import { findForbiddenCircles, findServerCodeInBrowser, findViolations } from "@/scripts/check-directions";

const violationsOf = (path: string, text: string) =>
  findViolations([{ path, text }]).map(({ line, found }) => `${line} ${found}`);

describe("the direction rule", () => {
  it.each([
    ["app/domain/offer/fund.ts", 'import { stripe } from "@/app/stripe/client";', "1 @/app/stripe/client"],
    ["app/domain/offer/fund.ts", 'import { stripe } from "../../stripe/client";', "1 ../../stripe/client"],
    ["app/domain/ledger/capture.ts", 'import { Offer } from "../offer/lock-offer";', "1 ../offer/lock-offer"],
    ["app/domain/offer/fund.ts", 'import { end } from "../collaboration/end";', "1 ../collaboration/end"],
    [
      "app/domain/verification/look.ts",
      'import { transition } from "../collaboration/transition";',
      "1 ../collaboration/transition",
    ],
    ["app/domain/offer/fund.ts", 'import { useState } from "react";', "1 react"],
    ["app/domain/offer/fund.ts", 'import { json } from "@remix-run/node";', "1 @remix-run/node"],
    ["app/domain/offer/fund.ts", '\n\nexport * from "@/jobs";', "3 @/jobs"],
    ["app/domain/offer/fund.ts", 'const mail = await import("@/emails/paid");', "1 @/emails/paid"],
    ["app/routes/offers/route.tsx", 'import Stripe from "stripe";', "1 stripe"],
    ["app/routes/offers/route.tsx", 'import { inngest } from "@/jobs/client";', "1 @/jobs/client"],
    ["app/routes/offers/route.tsx", 'import { Lucia } from "lucia";', "1 lucia"],
    ["app/routes/offers/route.tsx", 'import { startSandbox } from "@/sandbox/main";', "1 @/sandbox/main"],
    ["jobs/relay.ts", 'import { now } from "@/app/routes/offers/queries";', "1 @/app/routes/offers/queries"],
    ["server/main.ts", 'import { clock } from "../tests/setup/clock";', "1 ../tests/setup/clock"],
    ["server/main.ts", 'import { seedDemo } from "@/demo/seed-demo";', "1 @/demo/seed-demo"],
    ["db/migrate.ts", 'import { OFFERS } from "../demo/offers";', "1 ../demo/offers"],
    ["app/auth/session.ts", 'import { makeUser } from "@/factories/people";', "1 @/factories/people"],
    ["factories/people.ts", 'import { BRANDS } from "@/demo/brands";', "1 @/demo/brands"],
    ["factories/people.ts", 'import { action } from "@/app/routes/join/route";', "1 @/app/routes/join/route"],
    [
      "simulation/run.ts",
      'import { makeBrand } from "../tests/factories/people";',
      "1 ../tests/factories/people",
    ],
    ["demo/outside.ts", 'import { startSandbox } from "@/sandbox/main";', "1 @/sandbox/main"],
    ["db/client.ts", 'import { user } from "@/app/auth/session";', "1 @/app/auth/session"],
    ["emails/paid.tsx", 'import { pay } from "@/app/stripe/pay";', "1 @/app/stripe/pay"],
    ["app/domain/policy/due.ts", "const due = new Date();", "1 machine time"],
    ["jobs/sweep.ts", "const age = Date.now() - row.at;", "1 machine time"],
    ["sandbox/mail/index.ts", 'import { now } from "@/app/lib/clock";', "1 @/app/lib/clock"],
    ["sandbox/mail/index.ts", 'import type { Tx } from "../../db/client";', "1 ../../db/client"],
    ["sandbox/home/index.ts", 'const { x } = await import("../../docs/x");', "1 ../../docs/x"],
    ["app/auth/session.ts", 'import { getLocale } from "@/app/i18n/server";', "1 @/app/i18n/server"],
    ["app/ui/button.tsx", 'import { Specimen } from "@/gallery/specimen";', "1 @/gallery/specimen"],
    ["app/routes/offers/route.tsx", 'import { eq } from "drizzle-orm";', "1 drizzle-orm"],
    ["app/routes/offers/route.tsx", 'import { offers } from "@/db/schema/offer";', "1 @/db/schema/offer"],
    ["app/ui/avatar.tsx", 'import { PLATFORMS } from "@/db/schema/creator";', "1 @/db/schema/creator"],
    ["db/schema/offer.ts", 'import { PRICES } from "@/app/domain/offer/fee";', "1 @/app/domain/offer/fee"],
    ["app/domain/offer/queries/offers.ts", "read().limit(100);", "1 .limit(100)"],
    ["app/domain/offer/queries/offers.ts", "sql`select 1 limit $" + "{size}`;", "1 limit $" + "{size}"],
    ["app/routes/offers/route.tsx", "\nread().limit(PAGE);", "2 .limit(PAGE)"],
    ["app/domain/offer/queries/offer.ts", "tx\n.select().from(offers);", "2 tx.select"],
    ["app/domain/offer/queries/offer.ts", "tx.selectDistinctOn([offers.id]);", "1 tx.selectDistinctOn"],
    ["app/domain/offer/queries/offer.ts", "db.query.offers.findMany({});", "1 db.query.offers.findMany"],
    [
      "app/domain/offer/queries/offer.ts",
      'import { offers } from "@/db/schema/offer";\ntx.select({ row: offers });',
      "2 tx.select",
    ],
  ])("finds in %s: %s", (path, text, expected) => {
    expect(violationsOf(path, text)).toContain(expected);
  });

  it.each([
    ["app/routes/offers/route.tsx", 'import { fundOffer } from "@/app/domain/offer/fund";'],
    ["app/domain/collaboration/close.ts", 'import { lockOffer } from "../offer/lock-offer";'],
    ["app/domain/offer/fund.ts", 'import { capture } from "../ledger/capture";'],
    ["app/routes/api.inngest/route.ts", 'import { functions } from "@/jobs";'],
    ["server/main.ts", 'import { startRelay } from "@/jobs/relay";'],
    ["app/stripe/client.ts", 'import Stripe from "stripe";'],
    ["app/stripe/inbox.ts", 'import { settle } from "@/app/domain/ledger/settle";'],
    ["app/auth/lucia.ts", 'import { Lucia } from "lucia";\nimport { A } from "@lucia-auth/adapter-drizzle";'],
    ["jobs/functions/send-email.ts", 'import { render } from "@/emails/render";'],
    ["demo/people.ts", 'import { makeBrand } from "@/factories/people";'],
    ["simulation/run.ts", 'import { openStripe } from "@/sandbox/stripe/index";'],
    ["demo/people.ts", 'import { openOnboarding } from "@/app/stripe/accounts";'],
    ["sandbox/stripe/index.ts", 'import type Stripe from "stripe";'],
    ["sandbox/stripe/index.ts", 'import { page } from "../frame/page";'],
    ["app/domain/policy/due.ts", "const due = new Date(row.due_at);"],
    ["app/lib/clock.ts", "// the sandbox turns it\nexport const now = () => new Date(Date.now());"],
    ["app/domain/offer/stripes.ts", 'import { stripes } from "@/app/domain/stripes";'],
    ["db/schema/offer.ts", 'import { OFFER_STATUSES } from "@/app/domain/offer/vocabulary";'],
    ["db/schema/offer.ts", 'import type { Brief } from "@/app/domain/offer/terms";'],
    ["app/domain/offer/queries/offers.ts", "pageOf((max) => read().limit(max), size, at);"],
    ["app/domain/offer/queries/offer.ts", "read().limit(1);"],
    ["app/domain/offer/close-offers.ts", "read().limit(BATCH);"],
    ["app/domain/offer/close-offers.ts", "tx.select().from(offers);"],
    ["app/domain/offer/queries/offer.ts", "tx.select({ id: offers.id }).from(offers);"],
    ["app/routes/offers/copy.tsx", "field.current?.select();"],
  ])("lets %s be: %s", (path, text) => {
    expect(violationsOf(path, text)).toEqual([]);
  });

  it("finds code that asks whether it runs in the sandbox, but not a comment about it", () => {
    expect(violationsOf("app/routes/pay/route.tsx", "if (env.SANDBOX_PORT) skip();")).toEqual([
      "1 SANDBOX_PORT",
    ]);
    expect(violationsOf("app/routes/pay/route.tsx", "const isSandbox = true;")).toEqual(["1 isSandbox"]);
    expect(violationsOf("app/routes/pay/route.tsx", "// as in the sandbox\npay();")).toEqual([]);
  });
});

describe("the circle rule", () => {
  const circlesOf = (files: Record<string, string>) =>
    findForbiddenCircles(Object.entries(files).map(([path, text]) => ({ path, text }))).map(
      ({ path, found }) => `${path} ↔ ${found}`,
    );

  it("finds files whose values need each other, also by way of others and through an index", () => {
    expect(
      circlesOf({
        "sandbox/a.ts": 'import { b } from "./b";',
        "sandbox/b.ts": 'export { c } from "./c";',
        "sandbox/c.ts": 'import "./d";',
        "sandbox/d/index.ts": 'import a, { type T } from "../a";',
        "sandbox/e.ts": 'import { a } from "./a";',
      }),
    ).toEqual(["sandbox/a.ts ↔ sandbox/b.ts, sandbox/c.ts, sandbox/d/index.ts"]);
  });

  it("allows types that know each other only within the folder of one route", () => {
    const types = { a: 'import type { B } from "./b";', b: 'import { type A } from "./a";' };
    const within = (folder: string) => ({ [`${folder}/a.ts`]: types.a, [`${folder}/b.ts`]: types.b });
    expect(circlesOf(within("app/routes/offers.$id"))).toEqual([]);
    expect(circlesOf(within("app/domain/offer"))).toEqual(["app/domain/offer/a.ts ↔ app/domain/offer/b.ts"]);
    expect(
      circlesOf({
        "app/routes/offers/a.ts": 'import type { B } from "../brands/b";',
        "app/routes/brands/b.ts": 'import type { A } from "../offers/a";',
      }),
    ).toEqual(["app/routes/brands/b.ts ↔ app/routes/offers/a.ts"]);
  });

  it("reports a value circle in a route's folder, and leaves imports in one direction alone", () => {
    expect(
      circlesOf({
        "app/routes/offers/a.ts": 'import { b } from "./b";',
        "app/routes/offers/b.ts": 'import { a } from "@/app/routes/offers/a";',
      }),
    ).toEqual(["app/routes/offers/a.ts ↔ app/routes/offers/b.ts"]);
    expect(
      circlesOf({
        "app/domain/a.ts": 'import { b } from "./b";\nimport { c } from "./c";',
        "app/domain/b.ts": 'import { c } from "./c";\nimport type { A } from "zod";',
        "app/domain/c.ts": "export const c = 1;",
      }),
    ).toEqual([]);
  });
});

describe("the browser rule", () => {
  const foundIn = (files: Record<string, string>) =>
    findServerCodeInBrowser(Object.entries(files).map(([path, text]) => ({ path, text }))).map(
      ({ path, line, found }) => `${path}:${line} ${found}`,
    );
  const page = (imports: string, body: string) => ({ "app/routes/offers/route.tsx": `${imports}\n${body}` });

  it("leaves a page's loader, action and what only they use to the server", () => {
    expect(
      foundIn({
        ...page(
          [
            'import { db } from "@/db/client";',
            'import { readOffer } from "@/app/domain/offer/queries/offers";',
            'import { perform } from "./actions";',
            'import { Price } from "./price";',
          ].join("\n"),
          [
            "const read = (id: string) => readOffer(db, id);",
            "export const loader = () => read('1');",
            "export const action = formAction({ run: perform });",
            "export default function Page() { const { price } = useLoaderData<typeof loader>(); return <Price />; }",
          ].join("\n"),
        ),
        "app/routes/offers/actions.ts": 'import { transact } from "@/db/transact";',
        "app/routes/offers/price.tsx": 'import type { offers } from "@/db/schema/offer";',
      }),
    ).toEqual([]);
    expect(
      foundIn(
        page('import { serve } from "@/jobs";', "const served = serve();\nexport { served as loader };"),
      ),
    ).toEqual([]);
  });

  it("finds what the page itself uses, also by way of the page's own declarations", () => {
    const imports = 'import { db } from "@/db/client";';
    for (const body of [
      "export default () => <p>{db.name}</p>;",
      "const name = () => db.name;\nexport default () => <p>{name()}</p>;",
      "const Page = () => <p>{db.name}</p>;\nexport { Page as default };",
      "export const meta = () => [{ title: db.name }];",
    ])
      expect(foundIn(page(imports, body)), body).toEqual(["app/routes/offers/route.tsx:1 @/db/client"]);
  });

  it("finds it by way of other files and of re-exports, and in a component that no page uses yet", () => {
    expect(
      foundIn({
        ...page('import { Price } from "./parts";', "export default () => <Price />;"),
        "app/routes/offers/parts/index.ts": 'export { Price } from "./price";',
        "app/routes/offers/parts/price.tsx": '\nimport { sql } from "drizzle-orm";',
      }),
    ).toEqual(["app/routes/offers/parts/price.tsx:2 drizzle-orm"]);
    expect(
      foundIn({
        "app/ui/price.tsx": 'import { words } from "@/app/domain/offer/words";',
        "app/domain/offer/words.ts": 'import { offers } from "@/db/schema/offer";',
      }),
    ).toEqual(["app/domain/offer/words.ts:1 @/db/schema/offer"]);
  });
});
