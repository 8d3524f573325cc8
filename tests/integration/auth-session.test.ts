/** The gates in front of routes, over real sessions. */

import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { checkCredentials, checkPresentPassword } from "@/app/auth/credentials";
import { hashPassword } from "@/app/auth/password";
import { attempt } from "@/app/auth/rate-limits";
import {
  beginSession,
  endSession,
  getUser,
  requireBrand,
  requireConfirmedEmail,
  requireCreator,
  requireOperator,
  requireUser,
} from "@/app/auth/session";
import type { UserId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/account";
import { brand_members } from "@/db/schema/brand";
import { makeBrand, makeCreator, makeOperator, makeUser } from "@/tests/factories/people";
import { testDatabase } from "@/tests/setup/database";

beforeEach(async () => {
  await testDatabase();
});

const at = (path: string, cookie = "", headers: Record<string, string> = {}) =>
  new Request(`http://127.0.0.1:4299${path}`, {
    headers: { cookie, "user-agent": "Test Browser", ...headers },
  });

async function signedIn(user_id: UserId, path = "/"): Promise<Request> {
  const set = await beginSession(at("/sign-in"), user_id, "203.0.113.9");
  return at(path, set.split(";")[0]);
}

const thrown = async (promise: Promise<unknown>) => {
  try {
    await promise;
  } catch (error) {
    return error as { status?: number; headers?: Headers; init?: { status: number }; data?: unknown };
  }
  throw new Error("nothing was thrown");
};

const locationOf = async (promise: Promise<unknown>) => (await thrown(promise)).headers?.get("location");

describe("a session", () => {
  it("begins with a cookie that scripts cannot read, and says who is signed in", async () => {
    const user_id = await makeUser("creator", "zh");
    const set = await beginSession(at("/sign-in"), user_id, "203.0.113.9");
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/SameSite=Lax/i);
    expect(set).not.toMatch(/Secure/i);
    expect(await getUser(at("/", set.split(";")[0]))).toMatchObject({
      id: user_id,
      role: "creator",
      locale: "zh",
      email_verified: true,
    });
    const [row] = await db.select().from(sessions);
    expect(row).toMatchObject({ user_agent: "Test Browser", client_address: "203.0.113.9" });
  });

  it("never carries a hash along", async () => {
    const request = await signedIn(await makeUser("brand"));
    expect(Object.keys(required(await getUser(request), "the user")).sort()).toEqual(
      ["email", "email_verified", "id", "locale", "name", "role"].sort(),
    );
  });

  it("is nobody's without a cookie, with a made-up one, and after it ended", async () => {
    expect(await getUser(at("/"))).toBeNull();
    expect(await getUser(at("/", "postbond_session=abcdefghijklmnop"))).toBeNull();
    const request = await signedIn(await makeUser("brand"));
    expect(await endSession(request)).toMatch(/Max-Age=0/);
    expect(await getUser(request)).toBeNull();
    expect(await db.select().from(sessions)).toEqual([]);
  });

  it("ends when its time is over", async () => {
    const request = await signedIn(await makeUser("brand"));
    await db.update(sessions).set({ expires_at: new Date(Date.now() - 1_000) });
    expect(await getUser(request)).toBeNull();
  });

  it("is a new one at every sign-in: a planted cookie gains nothing", async () => {
    const [victim, thief] = [await makeUser("brand"), await makeUser("creator")];
    const planted = await signedIn(thief, "/sign-in");
    const set = await beginSession(planted, victim, "");
    expect(set.split(";")[0]).not.toBe(planted.headers.get("cookie"));
    expect(await getUser(planted)).toBeNull();
    expect(await getUser(at("/", set.split(";")[0]))).toMatchObject({ id: victim });
  });
});

describe("gates", () => {
  it("send whoever is not signed in to the sign-in page and back", async () => {
    expect(await locationOf(requireUser(at("/brand/offers?page=2")))).toBe(
      "/sign-in?next=%2Fbrand%2Foffers%3Fpage%3D2",
    );
    expect(await locationOf(requireUser(at("/creator/profile.data?_routes=x")))).toBe(
      "/sign-in?next=%2Fcreator%2Fprofile",
    );
    expect(await locationOf(requireUser(at("/")))).toBe("/sign-in");
  });

  it("refuse another role with 403", async () => {
    const creator = await signedIn((await makeCreator()).user_id);
    const gates = [
      () => requireBrand(creator),
      () => requireOperator(creator),
      () => requireUser(creator, { role: "brand" }),
    ];
    for (const gate of gates)
      expect(await thrown(gate())).toMatchObject({ init: { status: 403 }, data: { code: "wrong_role" } });
  });

  it("give the actor of a brand, a creator and an operator", async () => {
    const [brand, creator, operator] = [await makeBrand(), await makeCreator(), await makeOperator()];
    expect(await requireBrand(await signedIn(brand.user_id))).toEqual(brand);
    const { channel_id: _, ...actor } = creator;
    expect(await requireCreator(await signedIn(creator.user_id))).toEqual(actor);
    expect(await requireOperator(await signedIn(operator.user_id))).toEqual(operator);
  });

  it("send those who have no organisation or profile yet to make one", async () => {
    expect(await locationOf(requireBrand(await signedIn(await makeUser("brand"))))).toBe(
      "/brand/organisation/new",
    );
    expect(await locationOf(requireCreator(await signedIn(await makeUser("creator"))))).toBe(
      "/creator/profile/new",
    );
  });

  it.each([
    ["owner", "manager", true],
    ["manager", "manager", true],
    ["finance", "manager", false],
    ["viewer", "finance", false],
    ["viewer", "viewer", true],
  ] as const)("let a %s do what needs a %s: %s", async (role, min_role, allowed) => {
    const brand = await makeBrand();
    await db.update(brand_members).set({ role }).where(eq(brand_members.user_id, brand.user_id));
    const asked = requireBrand(await signedIn(brand.user_id), min_role);
    if (allowed) expect((await asked).role).toBe(role);
    else
      expect(await thrown(asked)).toMatchObject({
        init: { status: 403 },
        data: { code: "brand_role_too_low" },
      });
  });

  it("hold back what needs a confirmed e-mail", async () => {
    const user_id = await makeUser("brand");
    const request = await signedIn(user_id);
    expect(await requireConfirmedEmail(request)).toMatchObject({ id: user_id });
    await db.update(users).set({ email_verified_at: null });
    expect(await locationOf(requireConfirmedEmail(request))).toBe("/confirm-email");
  });
});

describe("credentials", () => {
  const password = "correct horse battery";

  async function withPassword(): Promise<{ id: UserId; email: string }> {
    const id = await makeUser("creator");
    const user = one(
      await db
        .update(users)
        .set({ password_hash: await hashPassword(password) })
        .where(eq(users.id, id))
        .returning(),
      "the user",
    );
    return user;
  }

  it("open the account, whatever the case of the e-mail", async () => {
    const { id, email } = await withPassword();
    const given = { email: ` ${email.toUpperCase()} `, password, address: "203.0.113.1" };
    expect(await checkCredentials(given)).toEqual({ id, role: "creator" });
    expect(await checkPresentPassword(id, password, "203.0.113.1")).toMatch(/^\$argon2id\$/);
  });

  it("get one answer for a wrong password and for an unknown e-mail, in about the same time", async () => {
    const { email, id } = await withPassword();
    const time = async (asked: string) => {
      const begun = performance.now();
      await expect(
        checkCredentials({ email: asked, password: "wrong password", address: "203.0.113.2" }),
      ).rejects.toMatchObject({ code: "wrong_credentials", status: 422 });
      return performance.now() - begun;
    };
    await time("warm@example.com");
    const [known_ms, unknown_ms] = [await time(email), await time("nobody@example.com")];
    // Without the work for unknown e-mails they would answer some twenty times faster.
    expect(unknown_ms).toBeGreaterThan(known_ms / 4);
    await expect(checkPresentPassword(id, "wrong password", "203.0.113.2")).rejects.toMatchObject({
      code: "wrong_password",
    });
  });

  it("are refused with the time to wait after too many tries, even the right ones, on that account alone", async () => {
    const [victim, other] = [await withPassword(), await withPassword()];
    const guess = (email: string, tried: string, address: string) =>
      checkCredentials({ email, password: tried, address });
    const guesses = await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) => guess(victim.email, `guess number ${n}`, `198.51.100.${n}`)),
    );
    const codes = guesses.map((answer) => (answer.status === "rejected" ? answer.reason.code : "in"));
    expect(codes.filter((code) => code === "wrong_credentials")).toHaveLength(8);
    await expect(guess(victim.email, password, "198.51.100.99")).rejects.toMatchObject({
      code: "too_many_attempts",
      status: 429,
      params: { minutes: 15 },
    });
    expect(await guess(other.email, password, "198.51.100.99")).toMatchObject({ id: other.id });
  });

  it("count the tries of one address over all accounts", async () => {
    const tries = Array.from({ length: 31 }, (_, n) =>
      attempt("sign_in", { address: "192.0.2.77", account: `user-${n}@example.com` }).then(
        () => "counted",
        (error) => error.code,
      ),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => answer === "too_many_attempts")).toHaveLength(1);
  });

  it("do not lock out who signs in rightly again and again", async () => {
    const { email, id } = await withPassword();
    for (let n = 0; n < 10; n++)
      expect(await checkCredentials({ email, password, address: "203.0.113.50" })).toMatchObject({ id });
  });
});
