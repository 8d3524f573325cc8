/** Where the buttons of letters lead. Pages a letter points at must keep these addresses. */
import type { EmailTokenKind } from "@/app/domain/account/vocabulary";
import { env } from "@/app/lib/env";

const SITE = {
  sign_in: "/sign-in",
  forgotten_password: "/forgotten-password",
  brand_money: "/brand/money",
  brand_billing: "/brand/billing",
  brand_standing: "/brand/organisation",
  creator_payouts: "/creator/payouts",
  creator_standing: "/creator/standing",
  operator_ledger: "/operator/ledger",
} as const;

export function linkTo(page: keyof typeof SITE): string {
  return env.APP_URL + SITE[page];
}

export function collaborationLink(id: string): string {
  return `${env.APP_URL}/collaborations/${encodeURIComponent(id)}`;
}

export function brandOfferLink(id: string): string {
  return `${env.APP_URL}/brand/offers/${encodeURIComponent(id)}`;
}

/** The page that a link with a one-time token opens. */
export function tokenLink(kind: EmailTokenKind, token: string): string {
  const path = kind === "confirm_email" ? "/confirm-email" : "/reset-password";
  return `${env.APP_URL}${path}/${token}`;
}
