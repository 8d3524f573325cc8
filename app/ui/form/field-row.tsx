/**
 * Fields side by side from a tablet's width on, whose labels, hints, controls and findings stand in lines of their own: a hint or a
 * finding under one of them never moves the control of its neighbour.
 */
import type { ReactNode } from "react";
import { cx } from "../class-names";

/** Each field spans four rows of the grid it shares with its neighbours; the rows have no gaps, for those of absent parts would show. */
const SHARED_ROWS =
  "sm:*:row-span-4 sm:*:grid sm:*:grid-cols-[minmax(0,1fr)] sm:*:grid-rows-subgrid sm:*:items-start";
const PLACES = [
  "sm:[&>div>label]:row-start-1",
  "sm:[&>div>label]:self-end",
  "sm:[&>div>*]:row-start-3",
  "sm:[&>div>[id$=-hint]]:row-start-2",
  "sm:[&>div>[data-finding]]:row-start-4",
].join(" ");

export function FieldRow({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={cx("-mt-5 grid grid-cols-1 gap-x-5 *:mt-5 sm:grid-cols-2", SHARED_ROWS, PLACES, className)}
    >
      {children}
    </div>
  );
}
