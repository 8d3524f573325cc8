/** Postbond's mark: a stamp whose one line goes through without a gap, and the name beside it. */
import { cx } from "../class-names";

/** Twelve half-moons cut out of the edge of a 32-unit square. */
const HOLES = [4, 12, 20, 28].flatMap((at) => [
  { x: at, y: 0 },
  { x: at, y: 32 },
  { x: 0, y: at },
  { x: 32, y: at },
]);

export function LogoMark({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cx("shrink-0", className)}>
      <mask id="postbond-stamp">
        <rect width="32" height="32" rx="2" fill="#fff" />
        {HOLES.map(({ x, y }) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="2.1" fill="#000" />
        ))}
      </mask>
      <rect width="32" height="32" rx="2" className="fill-primary" mask="url(#postbond-stamp)" />
      <path
        d="M7.5 17.2 12.6 22 18 9.8c.5-1.2 2-1.6 3.1-1 2.7 1.5 4.4 3.2 4.4 5.7 0 3.5-2.9 5.7-6.6 5.7h-2"
        className="fill-none stroke-on-primary"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function Logo({ className }: { className?: string }) {
  return (
    <span
      className={cx("inline-flex items-center gap-2.5 text-lg font-bold tracking-tight text-ink", className)}
    >
      <LogoMark />
      Postbond
    </span>
  );
}
