/** Arithmetic on integer minor units. Amounts are safe integers with a currency beside them; nothing here ever rounds up a debt. */

type Currency = {
  /** Decimals of the minor unit. */
  decimals: number;
  /** Stripe charges in whole multiples of this many minor units: the last digit of a three-decimal currency must be 0. */
  step_minor: number;
  /** The least and the most that one charge may be, in minor units. */
  min_minor: number;
  max_minor: number;
};

/** Stripe's limit of eight digits, rounded to what can be charged. */
const MAX_MINOR = 99_999_999;

const two = (min_minor: number): Currency => ({
  decimals: 2,
  step_minor: 1,
  min_minor,
  max_minor: MAX_MINOR,
});
const zero = (min_minor: number): Currency => ({ ...two(min_minor), decimals: 0 });
const three = (min_minor: number): Currency => ({
  decimals: 3,
  step_minor: 10,
  min_minor,
  max_minor: MAX_MINOR - (MAX_MINOR % 10),
});

/** Currencies an offer may be paid in. Source: Stripe's "Supported currencies", minimum and maximum charge amounts. */
const SUPPORTED: Readonly<Record<string, Currency>> = {
  USD: two(50),
  EUR: two(50),
  GBP: two(30),
  CAD: two(50),
  AUD: two(50),
  SGD: two(50),
  HKD: two(400),
  MXN: two(1_000),
  SEK: two(300),
  JPY: zero(50),
  KRW: zero(700),
  KWD: three(160),
};

export const CURRENCIES = Object.keys(SUPPORTED);

/** The least that one charge in `currency` may be, in minor units. @throws RangeError when it is not supported */
export function smallestCharge(currency: string): number {
  const known = SUPPORTED[currency];
  if (!known) throw new RangeError(`Currency ${currency} is not supported`);
  return known.min_minor;
}

/** @throws RangeError when `minor` is no safe, non-negative integer */
export function assertMinor(minor: number): number {
  if (!Number.isSafeInteger(minor) || minor < 0)
    throw new RangeError(`Not an amount in minor units: ${minor}`);
  return minor;
}

/** `bps` hundredths of a percent of `minor`, rounded down to an amount that can be moved in `currency`. */
export function shareOf(minor: number, bps: number, currency: string): number {
  const share = (BigInt(assertMinor(minor)) * BigInt(bps)) / 10_000n;
  const step = BigInt(stepOf(currency));
  return Number(share - (share % step));
}

/** Decimals of the currency's minor unit; unknown currencies have two, as at Stripe. */
export function decimalsOf(currency: string): number {
  return SUPPORTED[currency]?.decimals ?? 2;
}

/** Amounts that move in this currency are multiples of this many minor units. */
export function stepOf(currency: string): number {
  return SUPPORTED[currency]?.step_minor ?? 1;
}

/** Whether `minor` can change hands in `currency`: a positive whole number of its steps. */
export function isMovable(minor: number, currency: string): boolean {
  return Number.isSafeInteger(minor) && minor > 0 && minor % stepOf(currency) === 0;
}

/** Why one charge cannot be of `minor`, or null when it can. */
export function chargeProblem(
  minor: number,
  currency: string,
): "amount_not_movable" | "amount_too_small" | "amount_too_large" | null {
  const { step_minor, min_minor, max_minor } = SUPPORTED[currency] ?? two(50);
  if (!Number.isSafeInteger(minor) || minor % step_minor !== 0) return "amount_not_movable";
  if (minor < min_minor) return "amount_too_small";
  return minor > max_minor ? "amount_too_large" : null;
}
