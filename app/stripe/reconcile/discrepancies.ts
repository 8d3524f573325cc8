/** What one reconciliation has looked at, what differed, and what became of it. */
import { isDeepStrictEqual } from "node:util";
import { markRepaired, type Observation, openIncident } from "@/app/domain/audit/incidents";
import { now } from "@/app/lib/clock";
import { log } from "@/app/lib/log";
import { transact } from "@/db/transact";

const COMPARED = [
  "checkouts",
  "charges",
  "refunds",
  "transfers",
  "reversals",
  "disputes",
  "accounts",
  "bookings",
  "balances",
] as const;
export type Compared = (typeof COMPARED)[number];

/** repaired: gone now · open: waits for an operator · resolved: an operator has decided it as it is */
export type Difference = Observation & {
  of: Compared;
  became: "repaired" | "open" | "resolved";
  repair?: string;
};

/** However much is wrong, a report stays readable and in memory; every difference has its incident all the same. */
const MAX_KEPT = 1_000;

export class Discrepancies {
  readonly compared = Object.fromEntries(COMPARED.map((name) => [name, 0])) as Record<Compared, number>;
  readonly counts = Object.fromEntries(
    COMPARED.map((name) => [name, { repaired: 0, open: 0, resolved: 0 }]),
  ) as Record<Compared, Record<Difference["became"], number>>;
  readonly differences: Difference[] = [];
  /** Stripe's objects younger than that may be on their way into the books: they are no difference yet. */
  private readonly settled_before_ms: number;

  constructor(patience_ms: number) {
    this.settled_before_ms = now().getTime() - patience_ms;
  }

  count(of: Compared, how_many = 1): void {
    this.compared[of] += how_many;
  }

  /** @param created_s Stripe's own time, in seconds */
  isInProgress(created_s: number): boolean {
    return created_s * 1000 > this.settled_before_ms;
  }

  /** More than one explanation: a person decides. */
  async differs(of: Compared, observation: Observation): Promise<void> {
    const was = await transact((tx) => openIncident(tx, observation));
    this.keep({ ...observation, of, became: was === "resolved" ? "resolved" : "open" });
  }

  /**
   * One explanation: `act` brings the books up to date and says whether they are now. A repair that fails leaves the incident to a
   * person and the rest of the run unharmed.
   */
  async repair(
    of: Compared,
    observation: Observation,
    repair: string,
    act: () => Promise<boolean>,
  ): Promise<void> {
    let done = false;
    try {
      done = await act();
    } catch (error) {
      log.warn(
        { kind: observation.kind, subject: observation.subject, err: error },
        "a repair of the books failed",
      );
    }
    if (!done) return this.differs(of, observation);
    await transact((tx) => markRepaired(tx, observation, repair));
    this.keep({ ...observation, of, became: "repaired", repair });
  }

  private keep(difference: Difference): void {
    this.counts[difference.of][difference.became]++;
    if (this.differences.length < MAX_KEPT) this.differences.push(difference);
  }
}

/** The parts of two descriptions that are not the same, as an incident shows them; null when there are none. */
export function unlike(
  expected: Record<string, unknown>,
  found: Record<string, unknown>,
): Pick<Observation, "expected" | "found"> | null {
  const names = Object.keys(expected).filter((name) => !isDeepStrictEqual(expected[name], found[name]));
  if (names.length === 0) return null;
  const only = (from: Record<string, unknown>) => Object.fromEntries(names.map((name) => [name, from[name]]));
  return { expected: only(expected), found: only(found) };
}
