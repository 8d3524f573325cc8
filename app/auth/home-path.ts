/** Where a person of each role begins. */
import type { UserRole } from "@/db/schema/account";

export function homePath(role: UserRole): string {
  return `/${role}`;
}
