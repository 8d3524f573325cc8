/** What a committed change calls for: handed to Inngest by the relay, in order, at least once. */
import { sql } from "drizzle-orm";
import { bigserial, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, foreignId, instant } from "./columns";

/** `created_at` and `sent_at` are machine time: they measure the relay's lag, not the business. */
export const outbox = pgTable(
  "outbox",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    name: text("name").notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    created_at: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
    sent_at: timestamp("sent_at", { withTimezone: true, mode: "date" }),
    attempts: integer("attempts").notNull().default(0),
  },
  (t) => [index("outbox_unsent_idx").on(t.id).where(sql`sent_at is null`)],
);

/** Every e-mail that went out, once per cause and person. */
export const sent_emails = pgTable(
  "sent_emails",
  {
    /** `<outbox id>:<template>:<user id>`; also the idempotency key at the mail service. */
    key: text("key").primaryKey(),
    template: text("template").notNull(),
    user_id: foreignId("user_id", "user").notNull(),
    to: text("to").notNull(),
    locale: text("locale").notNull(),
    collaboration_id: foreignId("collaboration_id", "collab"),
    message_id: text("message_id"),
    sent_at: instant("sent_at"),
    created_at: createdAt(),
  },
  (t) => [
    index("sent_emails_user_idx").on(t.user_id),
    index("sent_emails_collaboration_idx").on(t.collaboration_id),
    uniqueIndex("sent_emails_message_key").on(t.message_id),
  ],
);
