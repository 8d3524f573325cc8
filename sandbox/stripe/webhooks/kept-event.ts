/** An event as the emulator keeps it: its object frozen as text at the moment it happened. */

export type Attempt = {
  at: string;
  /** HTTP status, or undefined when no answer came. */
  status?: number;
  error?: string;
  /** What a fault switch did to this attempt. */
  fault?: string;
  took_ms: number;
};

export type Delivery = "none" | "pending" | "delivered" | "failed";

export type KeptEvent = {
  id: string;
  created: number;
  type: string;
  /** The connected account it happened on; undefined for the platform's own. */
  account: string | undefined;
  /** The object (and `previous_attributes`) as JSON text. */
  data: string;
  /** Id of the object, for following one payment through its events. */
  about: string | undefined;
  request: { id: string | null; idempotency_key: string | null } | null;
  delivery: Delivery;
  attempts: Attempt[];
  /** When it is tried again, epoch milliseconds of the sandbox's clock. */
  next_attempt_ms: number | undefined;
};
