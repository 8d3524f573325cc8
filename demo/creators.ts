/** The creators of the demo market (data/creators.json): who they are, where they live, what they post on. All invented. */
import { z } from "zod";
import { channelSchema } from "@/app/domain/creator/channels";
import { profileSchema } from "@/app/domain/creator/profile";
import { one } from "@/app/lib/one";
import data from "./data/creators.json";

const creatorSchema = z.strictObject({
  ...profileSchema.shape,
  address: z.strictObject({ city: z.string(), region: z.string(), postal_code: z.string() }),
  /** The first is where they mostly post. */
  channels: z.array(z.strictObject({ platform: channelSchema.shape.platform, followers: z.number() })).min(1),
  /** False for somebody whose channels nobody has verified yet. */
  channels_verified: z.boolean().default(true),
  /** False for somebody who has not finished Stripe's onboarding: their pay waits, visibly. */
  onboarded: z.boolean().default(true),
});
export type DemoCreator = z.infer<typeof creatorSchema>;

export const CREATORS: readonly DemoCreator[] = z.array(creatorSchema).parse(data);

/** Whom the demo's creator sign-in belongs to. */
export const DEMO_CREATOR = one(CREATORS, "the creator of the demo's sign-in");
