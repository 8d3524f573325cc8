/** Switches that make sending fail as Resend sometimes does. */
import { z } from "zod";
import type { Store } from "../frame/store";
import { MailRefusal } from "./refusal";

export const faultSchema = z.object({
  /** null ends it. */
  status: z.union([z.literal(429), z.literal(500), z.null()]),
  /** How many requests it meets; until it is ended when left out. */
  times: z.number().int().positive().optional(),
  /** The message is taken in and only the answer fails: what an idempotency key is for. */
  after_accept: z.boolean().optional(),
});
export type Fault = z.infer<typeof faultSchema>;

export class Faults {
  private readonly switches;

  constructor(store: Store) {
    this.switches = store.collection<Fault>("faults");
  }

  get current(): Fault | undefined {
    return this.switches.get("sending");
  }

  set(fault: Fault): void {
    if (fault.status === null) this.switches.delete("sending");
    else this.switches.put("sending", fault);
  }

  /** The refusal that this request meets now, counted down. */
  take(moment: "before_accept" | "after_accept"): MailRefusal | undefined {
    const fault = this.current;
    if (!fault?.status || (moment === "after_accept") !== Boolean(fault.after_accept)) return undefined;
    if (fault.times !== undefined) {
      const times = fault.times - 1;
      this.set(times > 0 ? { ...fault, times } : { status: null });
    }
    return fault.status === 429 ? tooMany() : broken();
  }
}

function tooMany(): MailRefusal {
  return new MailRefusal(
    429,
    "rate_limit_exceeded",
    "Too many requests. You can only make 2 requests per second. See rate limit response headers for more information. Or contact support to increase rate limit.",
    { "retry-after": "1", "ratelimit-limit": "2", "ratelimit-remaining": "0", "ratelimit-reset": "1" },
  );
}

function broken(): MailRefusal {
  return new MailRefusal(
    500,
    "application_error",
    "Internal server error. We are unable to process your request right now, please try again later.",
  );
}
