/** What the forms of the organisation's page ask for, and what each does. */

import { z } from "zod";
import type { BrandActor } from "@/app/domain/actor";
import { billingSchema, updateBilling } from "@/app/domain/brand/billing";
import { blockCreator, unblockCreator } from "@/app/domain/brand/block-creator";
import {
  addMember,
  memberSchema,
  organisationSchema,
  removeMember,
  updateOrganisation,
} from "@/app/domain/brand/organisation";
import { creatorNamed } from "@/app/domain/creator/queries/find-creator";
import { appealStrike } from "@/app/domain/standing/appeal-strike";
import { idSchema } from "@/app/lib/ids";
import type { Tx } from "@/db/client";

const text = z.string().trim().max(4_000, "too_long").default("");

export const organisationForm = organisationSchema.extend({ intent: z.literal("organisation") });

export const ORGANISATION_FORMS = [
  organisationForm,
  billingSchema.extend({ intent: z.literal("billing") }),
  memberSchema.extend({ intent: z.literal("add_member") }),
  z.object({ intent: z.literal("remove_member"), user_id: idSchema("user") }),
  z.object({ intent: z.literal("block"), handle: text, reason: text }),
  z.object({ intent: z.literal("unblock"), creator_id: idSchema("creator") }),
  z.object({ intent: z.literal("appeal"), statement: text }),
] as const;

export type OrganisationForm = z.output<(typeof ORGANISATION_FORMS)[number]>;

/** @throws Refusal of the command */
export async function perform(tx: Tx, actor: BrandActor, form: OrganisationForm): Promise<void> {
  switch (form.intent) {
    case "organisation": {
      const { intent: _, ...organisation } = form;
      return updateOrganisation(tx, actor, organisation);
    }
    case "billing": {
      const { intent: _, ...billing } = form;
      return updateBilling(tx, actor, billing);
    }
    case "add_member":
      return addMember(tx, actor, { email: form.email, role: form.role });
    case "remove_member":
      return removeMember(tx, actor, form.user_id);
    case "block":
      await blockCreator(tx, actor, { creator_id: await creatorNamed(tx, form.handle), reason: form.reason });
      return;
    case "unblock":
      await unblockCreator(tx, actor, form.creator_id);
      return;
    case "appeal":
      await appealStrike(tx, actor, { statement: form.statement });
  }
}
