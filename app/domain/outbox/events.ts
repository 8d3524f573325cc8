/** Every event that leaves the domain, with its shape. Jobs are triggered by these names; the relay hands them to Inngest. */

import { z } from "zod";
import { idSchema, type UserId } from "@/app/lib/ids";
import { COLLABORATION_STATES, DUE_KINDS, EVENTS } from "../collaboration/vocabulary";
import { NOTIFICATIONS, type Notification, type NotificationName } from "../notifications/notifications";

const instant = z.iso.datetime();

const NAMES = Object.keys(NOTIFICATIONS) as NotificationName[];

/** A notification to one user. Zod cannot infer a union from a map, so its type is stated. */
const emailRequested = z.discriminatedUnion(
  "template",
  NAMES.map((name) =>
    z.object({ template: z.literal(name), user_id: idSchema("user"), params: NOTIFICATIONS[name] }),
  ) as unknown as [z.ZodObject<{ template: z.ZodLiteral<NotificationName> }>],
) as unknown as z.ZodType<Notification & { user_id: UserId }>;

export const EVENT_SHAPES = {
  /** A collaboration was made or moved. `event` is a lifecycle event, or how it began; `event_id` is its row on the timeline. */
  "collaboration/transitioned": z.object({
    collaboration_id: idSchema("collab"),
    event_id: z.int(),
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
    collaboration_id: idSchema("collab"),
    version: z.int(),
    due_kind: z.enum(DUE_KINDS),
    due_at: instant,
  }),
  "verification/requested": z.object({
    submission_id: idSchema("submission"),
    collaboration_id: idSchema("collab"),
  }),
  "movement/created": z.object({ movement_id: idSchema("movement") }),
  /** Something of a creator's debt came in; its way back to the brand is asked for. */
  "clawback/recovered": z.object({ clawback_id: idSchema("clawback") }),
  "parcel/shipped": z.object({ parcel_id: idSchema("parcel") }),
  "offer/live": z.object({ offer_id: idSchema("offer"), closes_at: instant.nullable() }),
  /** An email about something other than a collaboration's transition. */
  "email/requested": emailRequested,
} as const;

export type OutboxName = keyof typeof EVENT_SHAPES;
export type OutboxData<N extends OutboxName> = z.infer<(typeof EVENT_SHAPES)[N]>;
