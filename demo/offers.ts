/** What the demo's brands offer (data/offers.json): product, fee, channels and brief, in the fields of the wizard. */
import { z } from "zod";
import { offerInputSchema } from "@/app/domain/offer/input";
import { COURSES } from "./courses";
import data from "./data/offers.json";

const wizard = offerInputSchema.shape;
const brief = wizard.brief.shape;

/** How long each step takes. */
const paceSchema = z
  .strictObject({
    choose: z.number(),
    accept: z.number(),
    ship: z.number(),
    travel: z.number(),
    create: z.number(),
    review: z.number(),
  })
  .partial();
/** Days each step takes; what is not named is thrown. */
export type Pace = z.infer<typeof paceSchema>;

const roleSchema = z.strictObject({
  /** Handle. */
  creator: z.string(),
  course: z.enum(COURSES),
  /** Days after the offer went live. */
  after_days: z.number(),
  pace: paceSchema.default({}),
  invited: z.boolean().default(false),
});
export type Role = z.infer<typeof roleSchema>;

const offerSchema = z.strictObject({
  /** Key of a brand. */
  brand: z.string(),
  title: wizard.title,
  category: wizard.category,
  product_title: wizard.product_title,
  /** Names of files in pictures/offers. */
  photos: z.array(z.string()).min(1),
  marketplace_country: wizard.marketplace_country,
  currency: wizard.currency,
  fee_minor: wizard.fee_minor,
  retail_value_minor: wizard.retail_value_minor,
  slots: wizard.slots,
  channels: wizard.channels,
  min_followers: z.number().default(0),
  sample_mode: wizard.sample_mode,
  brief: z.strictObject({
    summary: brief.summary,
    must_show: brief.must_show,
    must_say: brief.must_say,
    hashtags: brief.hashtags,
  }),
  /** Where it stands today; live when absent. */
  fate: z.enum(["unpaid", "paused", "closed", "unfunded"]).optional(),
  /** Days ago on which it was drafted; spread over the history when absent. */
  born_days_ago: z.number().optional(),
  /** Written out where a sign-in of the demo, or an operator, is to find something waiting; otherwise fitting creators are chosen. */
  roles: z.array(roleSchema).optional(),
});
export type DemoOffer = z.infer<typeof offerSchema>;

export const OFFERS: readonly DemoOffer[] = z.array(offerSchema).parse(data);
