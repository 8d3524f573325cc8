/** A movement by its kind: a transfer has its creator, a reversal the debt that it recovers, a refund neither. */
import type { ClawbackId, CollaborationId, CreatorId } from "@/app/lib/ids";
import type { money_movements } from "@/db/schema/ledger";

type Row = typeof money_movements.$inferSelect;
type Common = Omit<Row, "kind" | "collaboration_id" | "creator_id" | "clawback_id">;

export type TransferMovement = Common & {
  kind: "transfer";
  collaboration_id: CollaborationId;
  creator_id: CreatorId;
  clawback_id: null;
};
export type RefundMovement = Common & {
  kind: "refund";
  collaboration_id: null;
  creator_id: null;
  clawback_id: null;
};
export type ReversalMovement = Common & {
  kind: "reversal";
  collaboration_id: CollaborationId;
  creator_id: CreatorId;
  clawback_id: ClawbackId;
};
export type Movement = TransferMovement | RefundMovement | ReversalMovement;

/** A row of `money_movements` as what it is. @throws Error that says what its kind lacks, or has too much */
export function movementOf(row: Row): Movement {
  const { kind, collaboration_id, creator_id, clawback_id, ...common } = row;
  if (kind === "transfer" && collaboration_id && creator_id && !clawback_id)
    return { ...common, kind, collaboration_id, creator_id, clawback_id };
  if (kind === "refund" && !collaboration_id && !creator_id && !clawback_id)
    return { ...common, kind, collaboration_id, creator_id, clawback_id };
  if (kind === "reversal" && collaboration_id && creator_id && clawback_id)
    return { ...common, kind, collaboration_id, creator_id, clawback_id };
  throw new Error(
    `Movement ${row.id} is no ${kind}: its collaboration is ${collaboration_id}, its creator ${creator_id}, its clawback ${clawback_id}`,
  );
}
