/** How a collaboration of the demo goes: `approve` by hand, `silence` for seven days, `changes` first, a `cure` of the disclosure … */
export const COURSES = [
  "wait",
  "decline",
  "withdraw",
  "approve",
  "silence",
  "changes",
  "cure",
  "reject",
  "dispute",
  "ghost",
] as const;
export type Course = (typeof COURSES)[number];
