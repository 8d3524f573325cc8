/** The words of accounts: who signs in, and what a link in an email is for. */
export const USER_ROLES = ["brand", "creator", "operator"] as const;
export type UserRole = (typeof USER_ROLES)[number];

export const EMAIL_TOKEN_KINDS = ["confirm_email", "reset_password"] as const;
export type EmailTokenKind = (typeof EMAIL_TOKEN_KINDS)[number];
