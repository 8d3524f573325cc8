/**
 * How often something may be tried. Counted in this process's memory: a restart forgives, and with several processes each counts
 * for itself, which loosens a limit by their number but never lets guessing run free.
 */
import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "@/app/lib/refusal";

type Limit = { points: number; seconds: number };

/** `address` counts for one IP address, `account` for one e-mail whether or not an account has it. */
const LIMITS = {
  sign_in: { address: { points: 30, seconds: 15 * 60 }, account: { points: 8, seconds: 15 * 60 } },
  sign_up: { address: { points: 60, seconds: 60 * 60 }, account: { points: 6, seconds: 60 * 60 } },
  /** Every letter that a stranger can make us send. */
  mail: { address: { points: 40, seconds: 60 * 60 }, account: { points: 5, seconds: 60 * 60 } },
  /** Present password asked for again in the settings. */
  password: { address: { points: 30, seconds: 15 * 60 }, account: { points: 8, seconds: 15 * 60 } },
} as const satisfies Record<string, { address: Limit; account: Limit }>;

export type LimitedAct = keyof typeof LIMITS;

function limiter(keyPrefix: string, { points, seconds }: Limit) {
  return new RateLimiterMemory({ keyPrefix, points, duration: seconds });
}

const limiters = Object.fromEntries(
  Object.entries(LIMITS).map(([act, { address, account }]) => [
    act,
    { address: limiter(`${act}:address`, address), account: limiter(`${act}:account`, account) },
  ]),
) as Record<LimitedAct, { address: RateLimiterMemory; account: RateLimiterMemory }>;

export type Attempt = {
  /** The attempt was the rightful one: it no longer counts. */
  forgive: () => Promise<void>;
};

/**
 * Counts one attempt of `act` before it is made, so that a hundred at once do not all see an empty counter.
 *
 * @throws Refusal 429 `too_many_attempts` with `minutes` to wait (at least 1)
 */
export async function attempt(act: LimitedAct, who: { address: string; account: string }): Promise<Attempt> {
  const { address, account } = limiters[act];
  const account_key = createHash("sha256").update(who.account).digest("hex");
  try {
    await address.consume(who.address || "unknown");
    await account.consume(account_key);
  } catch (rejected) {
    if (!(rejected instanceof RateLimiterRes)) throw rejected;
    const minutes = Math.max(1, Math.ceil(rejected.msBeforeNext / 60_000));
    throw new Refusal("too_many_attempts", { status: 429, params: { minutes } });
  }
  return {
    forgive: async () => {
      await address.reward(who.address || "unknown");
      await account.delete(account_key);
    },
  };
}
