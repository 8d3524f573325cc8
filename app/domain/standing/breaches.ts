/** Whose breach each is that only a person can see; everything else is found by the lifecycle itself. */
export const BREACHES = {
  off_platform_payment: "brand",
  returned_after_reimbursement: "creator",
} as const;
export type Breach = keyof typeof BREACHES;
