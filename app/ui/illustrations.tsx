/** Our own small pictures, in lines of the page's colours, so that they fit both themes. */
import type { ReactNode } from "react";
import { cx } from "./class-names";

type Scene = "offers" | "work" | "money" | "parcel" | "search" | "inbox";

function Picture({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 200 130"
      aria-hidden="true"
      className={cx("fill-none stroke-line-strong", className)}
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <ellipse cx="100" cy="118" rx="78" ry="6" className="fill-sunken stroke-none" />
      {children}
    </svg>
  );
}

const SCENES: Readonly<Record<Scene, ReactNode>> = {
  offers: (
    <>
      <rect
        x="38"
        y="22"
        width="76"
        height="92"
        rx="6"
        className="fill-surface"
        transform="rotate(-5 76 68)"
      />
      <rect x="82" y="20" width="78" height="94" rx="6" className="fill-surface" />
      <path d="M94 74h40M94 86h52M94 98h28" />
      <rect x="94" y="32" width="54" height="30" rx="4" className="fill-primary-soft stroke-primary" />
      <path d="m112 48 6 6 12-14" className="stroke-primary" strokeWidth="3" />
    </>
  ),
  work: (
    <>
      <rect x="66" y="14" width="56" height="100" rx="10" className="fill-surface" />
      <rect x="73" y="26" width="42" height="58" rx="3" className="fill-primary-soft stroke-primary" />
      <path d="m89 46 14 9-14 9z" className="fill-primary stroke-primary" />
      <path d="M84 96h20" />
      <path
        d="M138 40c10 6 10 28 0 34M148 30c18 12 18 42 0 54M50 40c-10 6-10 28 0 34"
        className="stroke-held"
      />
    </>
  ),
  money: (
    <>
      <rect x="30" y="40" width="140" height="72" rx="8" className="fill-surface" />
      <circle cx="100" cy="76" r="19" className="fill-held-soft stroke-held" />
      <path d="M100 66v20M106 69.5c-3-2.5-12-2.5-12 2s12 3 12 8-9 5-12 2" className="stroke-held" />
      <path d="M44 54h14M142 54h14M44 98h14M142 98h14" />
      <path d="M62 30h76M76 20h48" />
    </>
  ),
  parcel: (
    <>
      <path d="M48 52 100 32l52 20v48l-52 18-52-18z" className="fill-surface" />
      <path d="m48 52 52 18 52-18M100 70v48" />
      <path d="m74 42 52 19v16" className="stroke-held" />
      <path d="M20 70h16M14 84h22M24 98h12" className="stroke-primary" />
    </>
  ),
  search: (
    <>
      <rect x="36" y="30" width="96" height="80" rx="6" className="fill-surface" />
      <path d="M50 48h46M50 62h60M50 76h34" />
      <circle cx="128" cy="72" r="25" className="fill-primary-soft stroke-primary" />
      <path d="m146 90 18 18" className="stroke-primary" strokeWidth="5" />
    </>
  ),
  inbox: (
    <>
      <path d="M34 72 54 30h92l20 42v36a6 6 0 0 1-6 6H40a6 6 0 0 1-6-6z" className="fill-surface" />
      <path d="M34 72h40l8 16h36l8-16h40" className="fill-primary-soft stroke-primary" />
    </>
  ),
};

export function Illustration({ scene, className }: { scene: Scene; className?: string }) {
  return <Picture className={className}>{SCENES[scene]}</Picture>;
}
export type { Scene };

export type ErrorKind = "forbidden" | "not_found" | "changed" | "too_many" | "broken" | "other";

/** A torn, misplaced or waiting stamp, by what went wrong. */
export function ErrorScene({ kind, className }: { kind: ErrorKind; className?: string }) {
  return (
    <Picture className={className}>
      <rect x="34" y="24" width="132" height="88" rx="5" className="fill-surface" />
      <path d="M48 78h44M48 90h62" />
      <g transform={kind === "not_found" ? "rotate(12 138 50)" : undefined}>
        <rect
          x="118"
          y="34"
          width="36"
          height="42"
          strokeDasharray="5 4"
          className={kind === "not_found" ? "fill-none" : "fill-primary-soft stroke-primary"}
        />
        {kind === "forbidden" ? (
          <path d="M128 55v-5a8 8 0 0 1 16 0v5M125 55h22v14h-22z" className="stroke-primary" />
        ) : null}
        {kind === "changed" || kind === "too_many" ? (
          <path d="M136 45v10l6 5M136 67a12 12 0 1 0 0-24 12 12 0 0 0 0 24z" className="stroke-primary" />
        ) : null}
        {kind === "broken" ? <path d="m130 38 6 12-8 6 10 10-4 8" className="stroke-danger" /> : null}
        {kind === "not_found" ? (
          <path d="M132 49c1-7 11-6 10 1-1 4-6 4-6 9M136 66v.5" className="stroke-ink-faint" />
        ) : null}
      </g>
      <path d="M66 34c14-6 26 6 40 0M66 44c14-6 26 6 40 0M66 54c14-6 26 6 40 0" className="stroke-held" />
      <circle cx="58" cy="45" r="16" className="stroke-held" />
    </Picture>
  );
}
