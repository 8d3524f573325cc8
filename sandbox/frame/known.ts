/** For what the emulators' own state guarantees: a missing value is a defect of an emulator, and is reported in words. */

/** @throws Error that names `what` is missing */
export function known<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`The sandbox has lost ${what}.`);
  return value;
}
