/** The accounts of the books by what they are for. A code is `<whose kind>:<whose id>:<what for>`; the platform's own have no id. */

/** In the order in which a controller reads them. */
export const ACCOUNT_CLASSES = {
  platform: {
    codes: [
      "stripe:platform",
      "stripe:clearing",
      "stripe:disputed",
      "platform:fees",
      "platform:stripe_fees",
      "platform:losses",
    ],
  },
  budget: { before: "offer:offer_", after: "budget" },
  held: { before: "collaboration:collab_", after: "held" },
  payable: { before: "creator:creator_", after: "payable" },
  owed: { before: "creator:creator_", after: "owed" },
  clawback: { before: "collaboration:collab_", after: "clawback" },
  available: { before: "brand:brand_", after: "available" },
} as const;

export type AccountClass = keyof typeof ACCOUNT_CLASSES;
export const ACCOUNT_CLASS_NAMES = Object.keys(ACCOUNT_CLASSES) as AccountClass[];

export function classOfCode(code: string): AccountClass | null {
  return (
    ACCOUNT_CLASS_NAMES.find((name) => {
      const named = ACCOUNT_CLASSES[name];
      return "codes" in named
        ? named.codes.some((one) => one === code)
        : code.startsWith(named.before) && code.endsWith(`:${named.after}`);
    }) ?? null
  );
}

/** The id in the middle of a code: an offer, a collaboration, a creator or a brand. Null for the platform's own accounts. */
export function ownerOfCode(code: string): string | null {
  const [, owner, what_for, ...more] = code.split(":");
  return owner !== undefined && what_for !== undefined && more.length === 0 ? owner : null;
}
