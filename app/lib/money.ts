/** Arithmetic on integer minor units. Amounts are safe integers with a currency beside them; nothing here ever rounds up a debt. */

/** Currencies an offer may be paid in (Stripe presentment), with the decimals of their minor unit. */
export const CURRENCY_DECIMALS: Readonly<Record<string, number>> = {
  USD: 2,
  EUR: 2,
  GBP: 2,
  CAD: 2,
  AUD: 2,
  SGD: 2,
  HKD: 2,
  MXN: 2,
  SEK: 2,
  JPY: 0,
  KRW: 0,
  KWD: 3,
};

export const CURRENCIES = Object.keys(CURRENCY_DECIMALS);

/** @throws RangeError when `minor` is no safe, non-negative integer */
export function assertMinor(minor: number): number {
  if (!Number.isSafeInteger(minor) || minor < 0)
    throw new RangeError(`Not an amount in minor units: ${minor}`);
  return minor;
}

/** `bps` hundredths of a percent of `minor`, rounded down to a whole minor unit. */
export function shareOf(minor: number, bps: number): number {
  return Number((BigInt(assertMinor(minor)) * BigInt(bps)) / 10_000n);
}

/** Decimals of the currency's minor unit; unknown currencies have two, as at Stripe. */
export function decimalsOf(currency: string): number {
  return CURRENCY_DECIMALS[currency] ?? 2;
}
