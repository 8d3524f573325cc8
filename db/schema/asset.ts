/** Pictures that people uploaded, already re-encoded by us. In the database, so that one backup holds the whole truth. */
import { customType, integer, pgTable, text } from "drizzle-orm/pg-core";
import { users } from "./account";
import { createdAt, foreignId, id } from "./columns";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const assets = pgTable("assets", {
  id: id("asset"),
  owner_user_id: foreignId("owner_user_id", "user").references(() => users.id),
  content_type: text("content_type").notNull(),
  sha256: text("sha256").notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  alt: text("alt").notNull().default(""),
  bytes: bytea("bytes").notNull(),
  created_at: createdAt(),
});
