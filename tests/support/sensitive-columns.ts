/** Columns whose names have no business in a browser, found in the schema by what they are called. */
import { getTableColumns, getTableName, isTable } from "drizzle-orm";
import * as schema from "@/db/schema";

const TABLES = Object.values(schema).filter((value) => isTable(value));

export const TABLE_NAMES = TABLES.map(getTableName);

/** What names a secret, a way to tell people apart, or an object at Stripe. */
const SENSITIVE =
  /hash|token|secret|normalized|fingerprint|stripe_|idempotency|user_agent|checkout_|payment_intent|tracker_/;

/** What pages show: an operator the movements of money, and everybody the transfer that has paid for a collaboration. */
const SHOWN = new Set(["idempotency_key", "stripe_id", "stripe_status", "stripe_fee_minor"]);

export const SENSITIVE_COLUMNS: readonly string[] = [
  ...new Set(TABLES.flatMap((table) => Object.values(getTableColumns(table)).map(({ name }) => name))),
].filter((name) => SENSITIVE.test(name) && !SHOWN.has(name));
