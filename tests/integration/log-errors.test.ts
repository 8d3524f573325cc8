/** What a statement was given never reaches the log, however it fails. */

import { Writable } from "node:stream";
import { sql as statement } from "drizzle-orm";
import { pino } from "pino";
import { beforeAll, expect, test } from "vitest";
import type { UserId } from "@/app/lib/ids";
import { LOG_OPTIONS } from "@/app/lib/log";
import { errorForLog } from "@/app/lib/log-error";
import { db } from "@/db/client";
import { users } from "@/db/schema/account";
import { testDatabase } from "../setup/database";
import { expectLoggedError } from "../setup/logged-errors";

const SECRET = "argon2id-hash-4i3bdc3r\n    at secret";

beforeAll(async () => {
  await testDatabase();
});

/** One line as the product's own logger writes it. */
function logged(error: unknown): string {
  let text = "";
  const out = new Writable({
    write(chunk, _, done) {
      text += chunk;
      done();
    },
  });
  const logger = pino(LOG_OPTIONS, out);
  logger.error({ err: error }, "a page failed");
  logger.error(error as Error);
  return text;
}

const failing: ReadonlyArray<[string, () => Promise<unknown>]> = [
  [
    "a value that PostgreSQL cannot store",
    () =>
      db
        .select()
        .from(users)
        .where(statement`${users.email} = ${`${SECRET}\0`}`),
  ],
  ["a value of the wrong type", () => db.execute(statement`select ${SECRET}::text::timestamptz`)],
  ["a row that is there already", () => twice()],
  [
    "an error that wraps it",
    () =>
      db.execute(statement`select ${SECRET}::text::uuid`).catch((cause: Error) => {
        throw new Error(`while reading: ${cause.message}`, { cause });
      }),
  ],
  [
    "several at once",
    () =>
      db.execute(statement`select ${SECRET}::text::uuid`).catch((cause: Error) => {
        throw new AggregateError([cause], "both failed");
      }),
  ],
];

function twice(): Promise<unknown> {
  const row = (id: UserId) => ({
    id,
    email: SECRET,
    email_normalized: SECRET,
    password_hash: SECRET,
    role: "brand" as const,
    name: SECRET,
  });
  return db.insert(users).values([row("user_1"), row("user_2")]);
}

test.each(failing)("%s", async (_, fail) => {
  const error = await fail().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Error);
  expectLoggedError(/argon2id-hash/);
  const text = logged(error);
  expect(text).not.toContain("argon2id-hash");
  expect(text).not.toContain("4i3bdc3r");
  expect(text).toMatch(/"stack":"\w+: .*\\n +at \S+/);
});

test("keeps what names the fault", async () => {
  const error = await twice().catch((thrown: unknown) => thrown);
  expect(errorForLog(error)).toMatchObject({
    type: "DrizzleQueryError",
    query: expect.stringContaining('insert into "users"'),
    cause: { code: "23505", constraint_name: expect.stringContaining("users") },
  });
});
