/** The words of audits: what is run over everything, and what becomes of a difference. */

/** invariants: the checks in db/checks · reconciliation: Stripe against the ledger */
export const AUDIT_KINDS = ["invariants", "reconciliation"] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export const INCIDENT_STATUSES = ["open", "repaired", "resolved"] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];
