/** What a new password must be. Length does the work; the rest keeps out what is tried first. */
import { dictionary } from "@zxcvbn-ts/language-common";

const PASSWORD_LENGTH_MIN = 10;
/** Long enough for any phrase, short enough that hashing cannot be made a burden. */
const PASSWORD_LENGTH_MAX = 200;

export type PasswordFault = "password_short" | "password_long" | "password_common" | "password_has_email";

const COMMON = new Set(
  [...dictionary["passwords-common"]].map(String).filter((word) => word.length >= PASSWORD_LENGTH_MIN - 4),
);

/** The first rule that `password` breaks, or null. `email` may be "" when it is not known yet. */
export function passwordFault(password: string, email: string): PasswordFault | null {
  if ([...password].length < PASSWORD_LENGTH_MIN) return "password_short";
  if (password.length > PASSWORD_LENGTH_MAX) return "password_long";
  const lower = password.toLowerCase();
  // "sunshine2026!" is "sunshine" to whoever guesses; so is one character typed twelve times.
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  if (COMMON.has(lower) || COMMON.has(core) || new Set(lower).size < 4) return "password_common";
  const [name = ""] = email.toLowerCase().split("@");
  if (email && (lower.includes(email.toLowerCase()) || (name.length >= 5 && lower.includes(name)))) {
    return "password_has_email";
  }
  return null;
}
