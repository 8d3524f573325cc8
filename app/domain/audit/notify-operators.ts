/** An email to every operator while incidents wait for one. */
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/account";
import { emit } from "../outbox/emit";
import { countOpenIncidents } from "./queries/incidents";

/** @returns how many incidents wait; nobody is written to when none does */
export async function notifyOperators(tx: Tx): Promise<number> {
  const open = await countOpenIncidents(tx);
  if (open === 0) return 0;
  const operators = await tx.select({ id: users.id }).from(users).where(eq(users.role, "operator"));
  for (const { id } of operators)
    await emit(tx, "email/requested", { template: "incidents_open", user_id: id, params: { open } });
  return open;
}
