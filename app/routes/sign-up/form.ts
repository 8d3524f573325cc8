/** What the sign-up form asks for. The rules for passwords that need a list are checked on the server alone. */
import { z } from "zod";

/** Longest address that mail servers take. */
const EMAIL_LENGTH_MAX = 254;

export const emailField = z.string().trim().max(EMAIL_LENGTH_MAX).pipe(z.email());
export const newPasswordField = z.string().min(10, "password_short").max(200, "password_long");

export const signUpSchema = z.object({
  role: z.enum(["brand", "creator"]),
  name: z.string().trim().min(1).max(80),
  email: emailField,
  password: newPasswordField,
  terms: z.literal("on", { error: "terms_missing" }),
});
