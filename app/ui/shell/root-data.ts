/** What the root loader gives to the frame of every page. */
import type { UserRole } from "@/app/domain/account/vocabulary";
import type { Locale } from "@/app/i18n/locales";
import type { Appearance } from "../theme";

export type RootData = Appearance & {
  locale: Locale;
  /** The IANA zone of the browser. */
  time_zone: string;
  user: { id: string; name: string; email: string; role: UserRole; email_verified: boolean } | null;
  /** Business time, as an ISO instant. */
  now: string;
};
