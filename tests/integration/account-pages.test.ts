/** The account pages' loaders and actions, as the server calls them. */

import { beforeEach, describe, expect, it } from "vitest";
import { issueEmailToken } from "@/app/domain/account/email-token";
import { findingText } from "@/app/i18n/form-messages";
import type { Locale } from "@/app/i18n/locales";
import { one } from "@/app/lib/one";
import "@/app/i18n/languages";
import type { FormAnswer } from "@/app/lib/forms/answer";
import { action as settings } from "@/app/routes/account/route";
import { action as resend } from "@/app/routes/confirm-email/route";
import { action as confirm, loader as confirmPage } from "@/app/routes/confirm-email_.$token/route";
import { action as forgotten } from "@/app/routes/forgotten-password/route";
import { action as reset } from "@/app/routes/reset-password.$token/route";
import { action as signIn, loader as signInPage } from "@/app/routes/sign-in/route";
import { loader as signOutByLink } from "@/app/routes/sign-out/route";
import { action as signUp } from "@/app/routes/sign-up/route";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/account";
import { outbox } from "@/db/schema/outbox";
import { transact } from "@/db/transact";
import { testDatabase } from "@/tests/setup/database";

const PASSWORD = "a quiet river at dawn";
let visitor = 0;
/** Another one for each test: limits outlive the database. */
let ada = "";

beforeEach(async () => {
  await testDatabase();
  visitor++;
  ada = `ada${visitor}@example.com`;
});

type Handler = (args: never) => unknown;
type Answered = { status: number; headers: Headers; body: Partial<FormAnswer> & { [key: string]: unknown } };

const words = (finding: string, locale: Locale = "en") => findingText(locale, finding);

/** Calls a loader or action as Remix does; what it throws counts as its answer. */
async function call(
  handler: Handler,
  path: string,
  form?: Record<string, string>,
  options: { cookie?: string; language?: string; params?: Record<string, string> } = {},
): Promise<Answered> {
  const request = new Request(`http://127.0.0.1:4299${path}`, {
    method: form ? "POST" : "GET",
    headers: { cookie: options.cookie ?? "", "accept-language": options.language ?? "en" },
    body: form ? new URLSearchParams(form) : undefined,
  });
  const context = { clientAddress: `203.0.113.${visitor}`, nonce: "", requestId: "" };
  const args = { request, params: options.params ?? {}, context } as never;
  const answer = await (async () => handler(args))().catch((thrown) => thrown);
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) return { status: answer.status, headers: answer.headers, body: {} };
  const { data, init } = answer as { data?: Answered["body"]; init?: ResponseInit };
  const body = data ?? (answer as Answered["body"]);
  return { status: init?.status ?? 200, headers: new Headers(init?.headers), body };
}

const person = (email: string, given: Record<string, string> = {}) => ({
  role: "brand",
  name: "Ada",
  email,
  password: PASSWORD,
  terms: "on",
  ...given,
});

const cookieOf = (answer: Answered) =>
  one(one(answer.headers.getSetCookie(), "the cookie").split(";"), "the cookie's value");

async function signedIn(email: string): Promise<string> {
  await call(signUp, "/sign-up", person(email));
  return cookieOf(await call(signIn, "/sign-in", { email, password: PASSWORD }));
}

describe("signing up", () => {
  it("answers a taken e-mail exactly like a free one, and signs nobody in", async () => {
    const first = await call(signUp, "/sign-up", person(ada));
    const second = await call(
      signUp,
      "/sign-up",
      person(ada.replace("a", "A"), { password: "quite another phrase" }),
    );
    for (const answer of [first, second]) {
      expect(answer.status).toBe(302);
      expect(answer.headers.get("location")).toBe("/confirm-email");
    }
    expect([...second.headers]).toEqual([...first.headers]);
    expect(await db.select().from(users)).toHaveLength(1);
    expect(await db.select().from(sessions)).toEqual([]);
  });

  it("keeps what was typed, says what is wrong in the reader's language, and gives no password back", async () => {
    const typed = person("not an address", { password: "too few", name: "" });
    const { terms: _, ...unticked } = typed;
    const answer = await call(signUp, "/sign-up", unticked, { language: "zh-CN" });
    expect(answer.status).toBe(422);
    expect(answer.body.values).toMatchObject({ role: "brand", email: "not an address" });
    expect(JSON.stringify(answer.body)).not.toContain("too few");
    expect(answer.body.errors).toMatchObject({
      name: ["请填写此项。"],
      password: [words("password_short", "zh")],
      terms: ["请先接受平台规则。"],
    });
    expect(answer.body.errors?.email?.[0]).toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ["password123!", "password_common"],
    ["my ada.lovelace 1815", "password_has_email"],
  ])("refuses the password %j", async (password, finding) => {
    const answer = await call(signUp, "/sign-up", person("ada.lovelace@example.com", { password }));
    expect(answer.body.errors?.password).toEqual([words(finding)]);
    expect(JSON.stringify(answer.body)).not.toContain(password);
    expect(await db.select().from(users)).toEqual([]);
  });

  it("cannot make an operator", async () => {
    const answer = await call(signUp, "/sign-up", person("eve@example.com", { role: "operator" }));
    expect(answer.status).toBe(422);
    expect(await db.select().from(users)).toEqual([]);
  });

  it("sends the letter again to whoever waits, until it becomes too much", async () => {
    const cookie = cookieOf(await call(signUp, "/sign-up", person(ada)));
    const answers = [];
    for (let n = 0; n < 6; n++) answers.push(await call(resend, "/confirm-email", {}, { cookie }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[5]?.body.errors?.[""]?.[0]).toMatch(/Try again in 60 min/);
    expect(await db.select().from(outbox)).toHaveLength(6);
  });
});

describe("confirming", () => {
  it("takes a press of the button, then opens the account", async () => {
    await call(signUp, "/sign-up", person(ada));
    const user = one(await db.select().from(users), "the user");
    const token = await transact((tx) => issueEmailToken(tx, { user_id: user.id, kind: "confirm_email" }));
    const path = `/confirm-email/${token}`;
    expect((await call(confirmPage, path, undefined, { params: { token } })).body.email).toBe(ada);
    expect((await db.select().from(users))[0]?.email_verified_at).toBeNull();
    const answer = await call(confirm, path, {}, { params: { token } });
    expect(answer.headers.get("location")).toBe("/brand");
    expect((await db.select().from(users))[0]?.email_verified_at).not.toBeNull();
    const again = await call(confirmPage, path, undefined, { params: { token } });
    expect(again).toMatchObject({ status: 409, body: { email: null, code: "link_used" } });
  });
});

describe("signing in", () => {
  it("goes on to the page that was asked for, and to no other site", async () => {
    await call(signUp, "/sign-up", person(ada));
    const form = { email: ada, password: PASSWORD };
    const to = async (next: string) =>
      (await call(signIn, `/sign-in?next=${encodeURIComponent(next)}`, form)).headers.get("location");
    expect(await to("/collaborations/collab_1?tab=money")).toBe("/collaborations/collab_1?tab=money");
    expect(await to("//evil.example/brand")).toBe("/brand");
    expect(await to("https://evil.example")).toBe("/brand");
    const cookie = cookieOf(await call(signIn, "/sign-in", form));
    const page = await call(signInPage, "/sign-in?next=//evil.example", undefined, { cookie });
    expect(page.headers.get("location")).toBe("/brand");
  });

  it("keeps the e-mail and not the password when they do not fit", async () => {
    const form = { email: "nobody@example.com", password: "something wrong" };
    const answer = await call(signIn, "/sign-in", form);
    expect(answer.status).toBe(422);
    expect(answer.body.values).toEqual({ email: "nobody@example.com" });
    expect(answer.body.errors?.[""]?.[0]).toContain("don’t match");
  });
});

describe("signing out", () => {
  it("does not happen by following a link", async () => {
    await signedIn(ada);
    expect((await call(signOutByLink, "/sign-out")).headers.get("location")).toBe("/");
    expect(await db.select().from(sessions)).toHaveLength(1);
  });
});

describe("a forgotten password", () => {
  it("gets the same answer for every address", async () => {
    await call(signUp, "/sign-up", person(ada));
    const known = await call(forgotten, "/forgotten-password", { email: ada });
    const unknown = await call(forgotten, "/forgotten-password", { email: "bob@example.com" });
    expect(known).toMatchObject({ status: 200, body: { errors: {}, done: ada } });
    expect(unknown).toMatchObject({ status: 200, body: { errors: {}, done: "bob@example.com" } });
    const emails = (await db.select().from(outbox)).map((row) => row.data.template);
    expect(emails).toEqual(["confirm_email", "reset_password"]);
  });

  it("is replaced by the link's owner, who then signs in with the new one", async () => {
    const cookie = await signedIn(ada);
    const user = one(await db.select().from(users), "the user");
    const token = await transact((tx) => issueEmailToken(tx, { user_id: user.id, kind: "reset_password" }));
    const send = (password: string) =>
      call(reset, `/reset-password/${token}`, { password }, { params: { token }, cookie });
    expect((await send(ada)).body.errors?.password).toEqual([words("password_has_email")]);
    expect((await send("three green apples")).headers.get("location")).toBe("/sign-in?password-set");
    expect(await db.select().from(sessions)).toEqual([]);
    expect((await call(signIn, "/sign-in", { email: ada, password: PASSWORD })).status).toBe(422);
    expect((await call(signIn, "/sign-in", { email: ada, password: "three green apples" })).status).toBe(302);
  });
});

describe("settings", () => {
  it("ask for the present password before they change it", async () => {
    const cookie = await signedIn(ada);
    const change = (present_password: string) =>
      call(
        settings,
        "/account",
        { intent: "change_password", present_password, new_password: "three green apples" },
        { cookie },
      );
    const wrong = await change("not my password");
    expect(wrong.body.errors?.present_password?.[0]).toContain("isn’t your current password");
    expect(JSON.stringify(wrong.body)).not.toContain("three green apples");
    expect((await change(PASSWORD)).body).toMatchObject({ done: "password_changed" });
  });

  it("bring a new document when the language changes, and none when it does not", async () => {
    const cookie = await signedIn(ada);
    const save = (locale: string) =>
      call(settings, "/account", { intent: "save_profile", name: "Ada L.", locale }, { cookie });
    expect((await save("en")).body).toMatchObject({ done: "profile_saved" });
    const changed = await save("zh");
    expect(changed.headers.get("location")).toBe("/account?saved");
    expect(changed.headers.get("x-remix-reload-document")).toBe("true");
    expect(changed.headers.getSetCookie()[0]).toContain("postbond_locale=zh");
    expect((await db.select().from(users))[0]).toMatchObject({ name: "Ada L.", locale: "zh" });
  });

  it("are nobody's without a session", async () => {
    const answer = await call(settings, "/account", { intent: "end_others" });
    expect(answer.headers.get("location")).toBe("/sign-in?next=%2Faccount");
  });
});
