/** What Stripe's currencies ask: how many decimals, the least and the most that can be charged, and what charging costs. */
import { invalid } from "../wire/refusal";

const ZERO_DECIMAL = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf".split(" "));
const THREE_DECIMAL = new Set("bhd jod kwd omr tnd".split(" "));

/** Stripe's published minimum charges, in minor units; other currencies have the worth of about 50 US cents. */
const MIN_CHARGE: Record<string, number> = {
  usd: 50,
  aed: 200,
  aud: 50,
  bgn: 100,
  brl: 50,
  cad: 50,
  chf: 50,
  cny: 400,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
  krw: 700,
  twd: 1600,
  bhd: 190,
  kwd: 160,
  jod: 360,
};

const MAX_MINOR = 99_999_999;

export function decimals(currency: string): 0 | 2 | 3 {
  if (ZERO_DECIMAL.has(currency)) return 0;
  return THREE_DECIMAL.has(currency) ? 3 : 2;
}

/** 2.9 % and a fixed part: 30 cents, 30 of a currency without decimals, 90 thousandths of one with three. */
export function processingFee(amount_minor: number, currency: string): number {
  const fixed_minor = decimals(currency) === 3 ? 90 : 30;
  return Math.min(amount_minor, Math.round(amount_minor * 0.029) + fixed_minor);
}

/** @throws StripeRefusal when the amount is not one that can be charged in this currency */
export function assertChargeable(amount_minor: number, currency: string, param = "amount"): void {
  assertPositive(amount_minor, param);
  if (amount_minor > MAX_MINOR)
    throw invalid(`Amount must be no more than ${shown(MAX_MINOR, currency)}`, {
      code: "amount_too_large",
      param,
    });
  if (decimals(currency) === 3 && amount_minor % 10 !== 0)
    throw invalid(
      `Invalid amount: amounts in ${currency} must be evenly divisible by 10, because the least significant digit must be 0.`,
      { code: "invalid_charge_amount", param },
    );
  const min_minor =
    MIN_CHARGE[currency] ?? (decimals(currency) === 0 ? 50 : decimals(currency) === 3 ? 200 : 50);
  if (amount_minor < min_minor)
    throw invalid(`Amount must be at least ${shown(min_minor, currency)}`, {
      code: "amount_too_small",
      param,
    });
}

/** @throws StripeRefusal parameter_invalid_integer */
export function assertPositive(amount_minor: number, param = "amount"): void {
  if (amount_minor < 1)
    throw invalid("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param,
    });
}

/** `1234, "usd"` → `$12.34` in the reader's language. */
export function shown(amount_minor: number, currency: string, locale = "en"): string {
  const digits = decimals(currency);
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: currency.toUpperCase(),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount_minor / 10 ** digits);
}
