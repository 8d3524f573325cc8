/** Lucia, set up over our tables. Sessions are machine time: turning the business clock forward signs nobody out. */

import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle";
import { pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { Lucia, TimeSpan } from "lucia";
import type { UserRole } from "@/app/domain/account/vocabulary";
import { now } from "@/app/lib/clock";
import { env } from "@/app/lib/env";
import type { Id } from "@/app/lib/ids";
import { db } from "@/db/client";
import { users } from "@/db/schema/account";
import { foreignId } from "@/db/schema/columns";

/** The `sessions` table under the property names that Lucia's adapter asks for. */
const sessions = pgTable("sessions", {
  id: text("id").primaryKey(),
  userId: foreignId("user_id", "user").notNull(),
  expiresAt: timestamp("expires_at", { withTimezone: true, mode: "date" }).notNull(),
  user_agent: text("user_agent").notNull(),
  client_address: text("client_address").notNull(),
  created_at: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().$defaultFn(now),
});

const SESSION_DAYS = 30;

function makeLucia() {
  return new Lucia(new DrizzlePostgreSQLAdapter(db, sessions, users), {
    sessionExpiresIn: new TimeSpan(SESSION_DAYS, "d"),
    sessionCookie: {
      name: "postbond_session",
      // The session in the database is what expires (and is prolonged by use); the cookie only has to outlive it, because a
      // Remix loader that prolongs a session has no sure way to set a cookie.
      expires: false,
      attributes: { secure: env.APP_URL.startsWith("https://"), sameSite: "lax", path: "/" },
    },
    getUserAttributes: ({ email, name, role, locale, email_verified_at }) => ({
      email,
      name,
      role,
      locale,
      email_verified: email_verified_at !== null,
    }),
  });
}

let made: ReturnType<typeof makeLucia> | undefined;

/** Made at the first use, since it reads the environment. */
export function lucia(): ReturnType<typeof makeLucia> {
  made ??= makeLucia();
  return made;
}

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>;
    UserId: Id<"user">;
    DatabaseSessionAttributes: { user_agent: string; client_address: string };
    DatabaseUserAttributes: {
      email: string;
      name: string;
      role: UserRole;
      locale: "en" | "zh";
      email_verified_at: Date | null;
    };
  }
}
