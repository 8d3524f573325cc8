/** Months and years as a party's own calendar has them: a payment late on the 31st in Shenzhen is of that month, whatever UTC says. */
import { DateTime } from "luxon";
import { z } from "zod";

/** `2026-11` or `2026`. */
export const monthSchema = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
export const yearSchema = z.string().regex(/^20\d\d$/);

/** From `from`, included, until `until`, not included. */
export type Period = { from: Date; until: Date };

export function periodOf(name: string, zone: string): Period {
  const unit = name.length === 4 ? "year" : "month";
  const begin = DateTime.fromISO(name, { zone });
  return { from: begin.toJSDate(), until: begin.plus({ [unit]: 1 }).toJSDate() };
}

export function monthOf(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toFormat("yyyy-MM");
}

export function yearOf(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toFormat("yyyy");
}
