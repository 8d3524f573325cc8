/** Column shapes that every table shares, so that an id, an amount or an instant looks the same everywhere. */
import { bigint, text, timestamp } from "drizzle-orm/pg-core";
import { now } from "@/app/lib/clock";
import type { Id, IdPrefix } from "@/app/lib/ids";

/** The TypeID of this table's rows, see app/lib/ids.ts. */
export const id = <P extends IdPrefix>(_prefix: P) => text("id").$type<Id<P>>().primaryKey();

/** A column that names a row of another table, or a row of one of several tables. */
export const foreignId = <P extends IdPrefix>(name: string, ..._prefixes: [P, ...P[]]) =>
  text(name).$type<Id<P>>();

/** An amount in the currency's minor unit (cents, yen, fils). */
export const minor = (name: string) => bigint(name, { mode: "number" });

/** An instant in UTC, read as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** When the row was made, in business time. */
export const createdAt = () => instant("created_at").notNull().$defaultFn(now);
