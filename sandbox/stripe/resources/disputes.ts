/** Disputes: a cardholder takes the money back through their bank; it leaves the balance at once, with a fee. */
import type Stripe from "stripe";
import type { Scope } from "../keep/table";
import { emit } from "../webhooks/emit";
import { type Call, endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { mergeMetadata } from "../wire/metadata";
import { anything, boolean, expand, metadata, oneOf, page, range, text } from "../wire/params";
import { invalid, missing } from "../wire/refusal";
import type { World } from "../world";
import { OPEN } from "./dispute-course";

export function findDispute(world: World, scope: Scope, id: string, param = "id"): Stripe.Dispute {
  const dispute = world.tables.disputes.within(scope, id);
  if (!dispute) throw missing("dispute", id, param);
  return dispute;
}

function updateDispute({ world, scope, path }: Call, params: Stripe.DisputeUpdateParams): object {
  const dispute = findDispute(world, scope, path("id"));
  if (!OPEN.includes(dispute.status))
    throw invalid(`This dispute is already closed (${dispute.status}).`, {
      code: "status_transition_invalid",
    });
  dispute.metadata = mergeMetadata(dispute.metadata, params.metadata);
  if (params.evidence) {
    Object.assign(dispute.evidence, params.evidence);
    dispute.evidence_details.has_evidence = true;
  }
  if (params.evidence && params.submit !== false) {
    dispute.status = "under_review";
    dispute.evidence_details.submission_count++;
    dispute.evidence_details.submission_method = "manual";
  }
  world.tables.disputes.save(dispute);
  emit(world, "charge.dispute.updated", dispute, { scope });
  return dispute;
}

export const disputeEndpoints = [
  endpoint<Stripe.DisputeListParams>(
    "GET",
    "/v1/disputes",
    { ...page, charge: text, created: range, payment_intent: text },
    ({ world, scope }, params) =>
      listPage(
        {
          table: world.tables.disputes,
          scope,
          by: params.charge
            ? ["charge", params.charge]
            : params.payment_intent
              ? ["payment_intent", params.payment_intent]
              : undefined,
          url: "/v1/disputes",
          thing: "dispute",
        },
        params,
      ),
  ),
  endpoint<Stripe.DisputeRetrieveParams>("GET", "/v1/disputes/:id", { expand }, ({ world, scope, path }) =>
    findDispute(world, scope, path("id")),
  ),
  endpoint<Stripe.DisputeUpdateParams>(
    "POST",
    "/v1/disputes/:id",
    {
      evidence: anything,
      expand,
      intended_submission_method: oneOf("manual", "prefer_manual", "prefer_smart_disputes", "smart_disputes"),
      metadata,
      submit: boolean,
    },
    updateDispute,
  ),
];
