/** The words of standing: whom it is about, what a strike is for, and how an appeal against it ends. */
export const STANDINGS = ["good", "suspended", "blacklisted"] as const;
export type Standing = (typeof STANDINGS)[number];

export const SUBJECT_KINDS = ["creator", "brand"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const STRIKE_KINDS = [
  "ghosted",
  "returned_after_reimbursement",
  "taken_down_early",
  "very_late",
  "disclosure_not_cured",
  "rejection_overturned",
  "off_platform_payment",
  "did_not_ship",
  "silent_approvals",
  "charged_back",
] as const;
export type StrikeKind = (typeof STRIKE_KINDS)[number];

export const APPEAL_STATUSES = ["open", "lifted", "kept"] as const;
export type AppealStatus = (typeof APPEAL_STATUSES)[number];
