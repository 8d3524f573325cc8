/** However many loaders of a page ask who is signed in, the database is asked once. */
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { lucia } from "@/app/auth/lucia";
import { getUser, requireUser } from "@/app/auth/session";
import commonTexts from "@/app/i18n/en/common";
import { getT } from "@/app/i18n/server";
import * as account from "@/app/routes/account/route";
import { makeApp } from "@/server/app";
import { makeBrand } from "../factories/people";
import { signIn } from "../setup/call-route";
import { testDatabase } from "../setup/database";

const ORIGIN = "http://127.0.0.1:4299";

let cookie: string;
beforeAll(async () => {
  await testDatabase();
  cookie = await signIn((await makeBrand()).user_id);
});
afterEach(() => vi.restoreAllMocks());

/** Asks as the root of every page does, and once more for words. */
const root = {
  loader: async ({ request }: { request: Request }) => {
    const [user] = await Promise.all([getUser(request), requireUser(request), getT(request, commonTexts)]);
    return { name: user?.name ?? null };
  },
  default: () => null,
};

/** Our account page below a root, behind our server and Remix's own handler. */
function app() {
  const route = (id: string, path: string, module: object, parentId?: string) => ({
    id,
    path,
    parentId,
    module,
  });
  const build = {
    entry: { module: { default: () => new Response("page") } },
    routes: {
      root: route("root", "", root),
      "routes/account": route("routes/account", "account", account, "root"),
    },
    assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "" },
    basename: "/",
    publicPath: "/",
    assetsBuildDirectory: "",
    mode: "production",
    isSpaMode: false,
    future: { v3_singleFetch: true },
  } as unknown as ServerBuild;
  const handle = createRequestHandler(build, "production");
  return makeApp({ app_url: ORIGIN, handler: (request, context) => handle(request, context) });
}

/** How often Lucia went to the database. */
const validations = () => vi.spyOn(lucia(), "validateSession");

test("a page validates its session once", async () => {
  const asked = validations();
  const page = await app().request(`${ORIGIN}/account.data`, { headers: { cookie } });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("brand-");
  expect(asked).toHaveBeenCalledTimes(1);
});

test("each request validates its own", async () => {
  const asked = validations();
  const server = app();
  const get = (headers: Record<string, string>) => server.request(`${ORIGIN}/account.data`, { headers });
  await Promise.all([get({ cookie }), get({ cookie }), get({})]);
  expect(asked).toHaveBeenCalledTimes(2);
});

test("an action validates its session once", async () => {
  const asked = validations();
  const answer = await app().request(`${ORIGIN}/account.data`, {
    method: "POST",
    headers: { cookie, origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ intent: "save_profile", name: "Ada", locale: "en" }).toString(),
  });
  expect(await answer.text()).toContain("profile_saved");
  expect(asked).toHaveBeenCalledTimes(1);
});

test("a page that an action changed shows what it is now, for one more look", async () => {
  const asked = validations();
  const page = await app().request(`${ORIGIN}/account`, {
    method: "POST",
    headers: { cookie, origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ intent: "save_profile", name: "Grace", locale: "en" }).toString(),
  });
  expect(page.status).toBe(200);
  expect(asked).toHaveBeenCalledTimes(2);
});

test.each(["%ff", "%00", "'; --", "x".repeat(5_000), ""])(
  "the cookie %j signs nobody in and breaks no page",
  async (value) => {
    const page = await app().request(`${ORIGIN}/account.data`, {
      headers: { cookie: `postbond_session=${value}` },
    });
    expect(page.status).toBe(202);
    expect(await page.text()).toContain("/sign-in");
  },
);
