/** The sellers of the demo market (data/brands.json). Invented; any likeness to a real brand is chance. */
import { z } from "zod";
import { organisationSchema } from "@/app/domain/brand/organisation";
import data from "./data/brands.json";

const brandSchema = z.strictObject({
  ...organisationSchema.shape,
  key: z.string(),
  locale: z.enum(["en", "zh"]),
  verified: z.boolean(),
  owner: z.strictObject({ name: z.string(), email: z.email() }),
});
export type DemoBrand = z.infer<typeof brandSchema>;

export const BRANDS: readonly DemoBrand[] = z.array(brandSchema).parse(data);
