/** People who sign in: users, their sessions (Lucia's table) and the one-time tokens sent to them by e-mail. */
import { sql } from "drizzle-orm";
import { index, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { EMAIL_TOKEN_KINDS, USER_ROLES } from "@/app/domain/account/vocabulary";
import { LOCALES } from "@/app/i18n/locales";
import { createdAt, foreignId, id, instant } from "./columns";

export const users = pgTable(
  "users",
  {
    id: id("user"),
    email: text("email").notNull(),
    /** Lower case, plus-tags and (for Gmail) dots removed: how one person with two spellings is recognised. */
    email_normalized: text("email_normalized").notNull(),
    password_hash: text("password_hash").notNull(),
    role: text("role", { enum: USER_ROLES }).notNull(),
    name: text("name").notNull(),
    locale: text("locale", { enum: LOCALES }).notNull().default("en"),
    email_verified_at: instant("email_verified_at"),
    created_at: createdAt(),
  },
  (t) => [
    uniqueIndex("users_email_key").on(sql`lower(${t.email})`),
    index("users_email_normalized_idx").on(t.email_normalized),
  ],
);

/** Lucia's table: `expires_at` is machine time, because a session is no business deadline. */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    user_id: foreignId("user_id", "user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expires_at: timestamp("expires_at", { withTimezone: true, mode: "date" }).notNull(),
    user_agent: text("user_agent").notNull().default(""),
    client_address: text("client_address").notNull().default(""),
    created_at: createdAt(),
  },
  (t) => [index("sessions_user_idx").on(t.user_id)],
);

/** Links sent by e-mail. Only the SHA-256 of the token is kept; a token serves once. */
export const email_tokens = pgTable(
  "email_tokens",
  {
    token_sha256: text("token_sha256").primaryKey(),
    user_id: foreignId("user_id", "user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: EMAIL_TOKEN_KINDS }).notNull(),
    expires_at: instant("expires_at").notNull(),
    used_at: instant("used_at"),
    created_at: createdAt(),
  },
  (t) => [index("email_tokens_user_idx").on(t.user_id)],
);
