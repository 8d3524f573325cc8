/** What the forms of the account page ask for. */
import { z } from "zod";
import { LOCALES } from "@/app/i18n/locales";
import { newPasswordField } from "@/app/routes/sign-up/form";

const profileSchema = z.object({
  intent: z.literal("save_profile"),
  name: z.string().trim().min(1).max(80),
  locale: z.enum(LOCALES),
});

const passwordSchema = z.object({
  intent: z.literal("change_password"),
  present_password: z.string().min(1).max(1_000),
  new_password: newPasswordField,
});

const sessionSchema = z.object({
  intent: z.literal("end_session"),
  session: z.string().regex(/^[0-9a-f]{64}$/),
});

const endOthersSchema = z.object({ intent: z.literal("end_others") });

export const ACCOUNT_FORMS = [profileSchema, passwordSchema, sessionSchema, endOthersSchema] as const;
