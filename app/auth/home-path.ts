/** Where a person of each role begins. */
import type { UserRole } from "@/app/domain/account/vocabulary";

export function homePath(role: UserRole): string {
  return `/${role}`;
}
