/** The words of brands: what a member may do is decided by the role. */
export const BRAND_ROLES = ["owner", "manager", "finance", "viewer"] as const;
export type BrandRole = (typeof BRAND_ROLES)[number];
