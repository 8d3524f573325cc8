/** Opening, confirming and mending an account: what the database holds afterwards, and which letters are asked for. */

import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { changePassword } from "@/app/domain/account/change-password";
import { confirmEmail } from "@/app/domain/account/confirm-email";
import { issueEmailToken, readEmailToken } from "@/app/domain/account/email-token";
import { endOtherSessions, endSessionNamed } from "@/app/domain/account/end-sessions";
import { listSessions, sessionName } from "@/app/domain/account/queries/sessions";
import { requestConfirmation } from "@/app/domain/account/request-confirmation";
import { requestPasswordReset } from "@/app/domain/account/request-password-reset";
import { resetPassword } from "@/app/domain/account/reset-password";
import { type SignUp, signUp } from "@/app/domain/account/sign-up";
import { updateProfile } from "@/app/domain/account/update-profile";
import { clockOffset, setClockOffset } from "@/app/lib/clock";
import type { UserId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { db } from "@/db/client";
import { email_tokens, sessions, users } from "@/db/schema/account";
import { outbox } from "@/db/schema/outbox";
import { transact } from "@/db/transact";
import { testDatabase } from "@/tests/setup/database";

beforeEach(async () => {
  setClockOffset(0);
  await testDatabase();
});

const ada: SignUp = {
  role: "creator",
  name: "Ada",
  email: " Ada.L+posts@Gmail.com ",
  password_hash: "hash-1",
  locale: "zh",
};

const open = (given: Partial<SignUp> = {}) => transact((tx) => signUp(tx, { ...ada, ...given }));
const opened = async (given?: Partial<SignUp>) => required((await open(given)).user_id, "the new user");

const userOf = async (id: UserId) => one(await db.select().from(users).where(eq(users.id, id)), "the user");

async function requestedEmails(): Promise<string[]> {
  const rows = await db.select().from(outbox).orderBy(outbox.id);
  return rows.map((row) => `${row.data.template} ${row.data.user_id}`);
}

async function addSession(user_id: UserId, id: string, left_ms = 60_000): Promise<void> {
  await db
    .insert(sessions)
    .values({ id, user_id, expires_at: new Date(Date.now() + left_ms), user_agent: `Browser ${id.length}` });
}

const sessionIds = async () =>
  (await db.select({ id: sessions.id }).from(sessions)).map(({ id }) => id).sort();

describe("signing up", () => {
  it("opens an unconfirmed account and asks for one letter, without a secret in it", async () => {
    const user_id = await opened();
    const user = await userOf(user_id);
    expect(user).toMatchObject({
      email: "ada.l+posts@gmail.com",
      email_normalized: "adal@gmail.com",
      locale: "zh",
      role: "creator",
      email_verified_at: null,
    });
    const [asked] = await db.select().from(outbox);
    expect(asked).toMatchObject({
      name: "email/requested",
      data: { template: "confirm_email", user_id, params: {} },
    });
  });

  it("does not tell that an e-mail is taken, but writes to its owner and changes nothing", async () => {
    const first = await open();
    const second = await open({ email: "ADA.L+POSTS@gmail.com", password_hash: "hash-2", role: "brand" });
    expect(second).toEqual({ user_id: null });
    expect(await db.select().from(users)).toHaveLength(1);
    expect(await userOf(required(first.user_id, "the user id"))).toMatchObject({
      password_hash: "hash-1",
      role: "creator",
    });
    expect(await requestedEmails()).toEqual([
      `confirm_email ${first.user_id}`,
      `already_registered ${first.user_id}`,
    ]);
  });

  it("opens one account when many ask for the same e-mail at once", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => open()));
    expect(answers.filter(({ user_id }) => user_id !== null)).toHaveLength(1);
    expect(await db.select().from(users)).toHaveLength(1);
    expect(await requestedEmails()).toHaveLength(12);
  });
});

describe("a link from an e-mail", () => {
  const issue = (user_id: UserId, kind: "confirm_email" | "reset_password") =>
    transact((tx) => issueEmailToken(tx, { user_id, kind }));

  it("confirms the address once, and the database never held its secret", async () => {
    const user_id = await opened();
    const token = await issue(user_id, "confirm_email");
    expect(token).toMatch(/^[\w-]{43}$/);
    const rows = await db.select().from(email_tokens);
    expect(JSON.stringify(rows)).not.toContain(token);
    await transact((tx) => confirmEmail(tx, { token }));
    const { email_verified_at } = await userOf(user_id);
    expect(email_verified_at).toBeInstanceOf(Date);
    await expect(transact((tx) => confirmEmail(tx, { token }))).rejects.toMatchObject({ code: "link_used" });
    expect((await userOf(user_id)).email_verified_at).toEqual(email_verified_at);
  });

  it("serves one of two that click at once", async () => {
    const user_id = await opened();
    const token = await issue(user_id, "confirm_email");
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, () => transact((tx) => confirmEmail(tx, { token }))),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is worth nothing for another purpose, when it is made up, or when its time is over", async () => {
    const user_id = await opened();
    const token = await issue(user_id, "reset_password");
    const reset = (given: string) =>
      transact((tx) => resetPassword(tx, { token: given, password_hash: "hash-3" }));
    await expect(transact((tx) => confirmEmail(tx, { token }))).rejects.toMatchObject({
      code: "link_invalid",
    });
    await expect(reset("x".repeat(43))).rejects.toMatchObject({ code: "link_invalid" });
    setClockOffset(clockOffset() + 61 * 60_000);
    await expect(reset(token)).rejects.toMatchObject({ code: "link_expired" });
    expect((await userOf(user_id)).password_hash).toBe("hash-1");
  });

  it("can be looked at without being used up, as mail scanners do", async () => {
    const user_id = await opened();
    const token = await issue(user_id, "confirm_email");
    for (let look = 0; look < 3; look++)
      expect(await readEmailToken(db, "confirm_email", token)).toMatchObject({
        user_id,
        email_verified: false,
      });
    await transact((tx) => confirmEmail(tx, { token }));
  });

  it("sets a new password, proves the address, signs out everywhere and closes the other links", async () => {
    const user_id = await opened();
    await addSession(user_id, "s1");
    await addSession(user_id, "s2");
    const [first, second] = [await issue(user_id, "reset_password"), await issue(user_id, "reset_password")];
    await transact((tx) => resetPassword(tx, { token: second, password_hash: "hash-9" }));
    const user = await userOf(user_id);
    expect(user.password_hash).toBe("hash-9");
    expect(user.email_verified_at).not.toBeNull();
    expect(await sessionIds()).toEqual([]);
    await expect(
      transact((tx) => resetPassword(tx, { token: first, password_hash: "hash-10" })),
    ).rejects.toMatchObject({ code: "link_used" });
    expect((await requestedEmails()).at(-1)).toBe(`password_changed ${user_id}`);
  });
});

describe("asking for a letter", () => {
  it("writes to whoever has an account and does nothing for anybody else", async () => {
    const user_id = await opened();
    await transact((tx) => requestPasswordReset(tx, { email: "nobody@example.com" }));
    await transact((tx) => requestConfirmation(tx, { email: "nobody@example.com" }));
    await transact((tx) => requestConfirmation(tx, { email: "ADA.l+posts@gmail.com" }));
    await transact((tx) => requestPasswordReset(tx, { email: ada.email }));
    await db.update(users).set({ email_verified_at: new Date() });
    await transact((tx) => requestConfirmation(tx, { email: ada.email }));
    expect((await requestedEmails()).slice(1)).toEqual([
      `confirm_email ${user_id}`,
      `reset_password ${user_id}`,
      `already_registered ${user_id}`,
    ]);
  });
});

describe("changing an account", () => {
  it("changes the password, keeps the session that asks and ends all others", async () => {
    const user_id = await opened();
    const other = await open({ email: "bob@example.com" });
    for (const id of ["here", "phone", "laptop"]) await addSession(user_id, id);
    await addSession(required(other.user_id, "the user id"), "bobs");
    await transact((tx) =>
      changePassword(tx, user_id, {
        present_hash: "hash-1",
        new_hash: "hash-2",
        session_id: "here",
      }),
    );
    expect((await userOf(user_id)).password_hash).toBe("hash-2");
    expect(await sessionIds()).toEqual(["bobs", "here"]);
    expect((await requestedEmails()).at(-1)).toBe(`password_changed ${user_id}`);
  });

  it("refuses when the password was changed elsewhere since it was checked", async () => {
    const user_id = await opened();
    const stale = { present_hash: "older", new_hash: "hash-2", session_id: "here" };
    await expect(transact((tx) => changePassword(tx, user_id, stale))).rejects.toMatchObject({
      code: "password_changed_meanwhile",
    });
    expect((await userOf(user_id)).password_hash).toBe("hash-1");
  });

  it("changes name and language", async () => {
    const user_id = await opened();
    await transact((tx) => updateProfile(tx, user_id, { name: "Ada L.", locale: "en" }));
    expect(await userOf(user_id)).toMatchObject({ name: "Ada L.", locale: "en" });
  });
});

describe("sessions", () => {
  it("are listed without what would open them, and without those that have ended", async () => {
    const user_id = await opened();
    await addSession(user_id, "live-session-secret");
    await addSession(user_id, "ended", -1_000);
    const { rows: list } = await listSessions(db, user_id);
    expect(list).toHaveLength(1);
    expect(JSON.stringify(list)).not.toContain("live-session-secret");
    expect(list[0]).toMatchObject({
      name: sessionName("live-session-secret"),
      user_agent: "Browser 19",
    });
  });

  it("end one at a time or all but one, and never somebody else's", async () => {
    const user_id = await opened();
    const bob = await open({ email: "bob@example.com" });
    for (const id of ["a", "b", "c"]) await addSession(user_id, id);
    await addSession(required(bob.user_id, "the user id"), "bobs");
    await transact((tx) => endSessionNamed(tx, user_id, sessionName("b")));
    expect(await sessionIds()).toEqual(["a", "bobs", "c"]);
    await expect(transact((tx) => endSessionNamed(tx, user_id, sessionName("bobs")))).rejects.toMatchObject({
      status: 404,
    });
    await transact((tx) => endOtherSessions(tx, user_id, "c"));
    expect(await sessionIds()).toEqual(["bobs", "c"]);
  });
});
