/** Where the buttons of emails lead. A test holds every template's link against the routes. */
import { env } from "@/app/lib/env";

const at = (path: string) => env.APP_URL + path;
const part = encodeURIComponent;

export const linkTo = {
  signIn: () => at("/sign-in"),
  forgottenPassword: () => at("/forgotten-password"),
  /** The page that a link with a one-time token opens. */
  confirmEmail: (token: string) => at(`/confirm-email/${part(token)}`),
  resetPassword: (token: string) => at(`/reset-password/${part(token)}`),
  offers: () => at("/offers"),
  offer: (id: string) => at(`/offers/${part(id)}`),
  collaboration: (id: string) => at(`/collaborations/${part(id)}`),
  brandOffer: (id: string) => at(`/brand/offers/${part(id)}`),
  brandMoney: () => at("/brand/money"),
  brandBilling: () => at("/brand/billing"),
  brandStanding: () => at("/brand/organisation"),
  creatorPayouts: () => at("/creator/payouts"),
  creatorStanding: () => at("/creator/standing"),
  operatorIncidents: () => at("/operator/incidents"),
};
