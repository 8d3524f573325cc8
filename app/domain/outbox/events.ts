/** Every event that leaves the domain, with its shape. Jobs are triggered by these names; the relay hands them to Inngest. */
import { z } from "zod";
import { COLLABORATION_STATES, DUE_KINDS, EVENTS } from "../collaboration/vocabulary";

const id = z.string().min(1);
const instant = z.iso.datetime();

export const EVENT_SHAPES = {
  /** A collaboration was made or moved. `event` is a lifecycle event, or how it began. */
  "collaboration/transitioned": z.object({
    collaboration_id: id,
    event: z.enum([...EVENTS, "apply", "invite"]),
    from: z.enum(COLLABORATION_STATES).nullable(),
    to: z.enum(COLLABORATION_STATES),
    /** The deadline that ran before the move, and the one that runs after it. */
    due_was: z.enum(DUE_KINDS).nullable(),
    due_kind: z.enum(DUE_KINDS).nullable(),
    notify: z.array(z.enum(["brand", "creator"])),
    at: instant,
  }),
  /** A deadline began. The job sleeps until `due_at` and asks for `deadline_elapsed` at this `version`. */
  "collaboration/deadline.set": z.object({
    collaboration_id: id,
    version: z.int(),
    due_kind: z.enum(DUE_KINDS),
    due_at: instant,
  }),
  "verification/requested": z.object({ submission_id: id, collaboration_id: id }),
  "movement/created": z.object({ movement_id: id }),
  /** Something of a creator's debt came in; its way back to the brand is asked for. */
  "clawback/recovered": z.object({ clawback_id: id }),
  "parcel/shipped": z.object({ parcel_id: id }),
  "offer/live": z.object({ offer_id: id, closes_at: instant.nullable() }),
  /** An e-mail about something other than a collaboration's move. `params` fill the template. */
  "email/requested": z.object({
    template: z.string(),
    user_id: id,
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
} as const;

export type OutboxName = keyof typeof EVENT_SHAPES;
export type OutboxData<N extends OutboxName> = z.infer<(typeof EVENT_SHAPES)[N]>;
