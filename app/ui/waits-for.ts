/** What a blocked transfer waits for, where that is not the creator's account. */
export const WAITS_FOR: Readonly<Record<string, "disputed" | "look">> = {
  charge_disputed: "disputed",
  look_needed: "look",
};
