/** The fine turned lines of a bond certificate: one curve, drawn from its formula. */

const PETALS = 24;
const POINTS = 720;

/** A rosette (an epitrochoid) around the origin with the given mean radius and depth. */
function rosette(radius: number, depth: number, turn: number): string {
  const points = Array.from({ length: POINTS + 1 }, (_, index) => {
    const angle = (index / POINTS) * 2 * Math.PI;
    const r = radius + depth * Math.sin(PETALS * angle + turn) + depth * 0.4 * Math.sin(7 * angle);
    return `${(r * Math.cos(angle)).toFixed(1)} ${(r * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join("L")}Z`;
}

const RINGS = Array.from({ length: 7 }, (_, ring) => rosette(250 - ring * 26, 26, (ring * Math.PI) / 3.5));

export function Guilloche({ className }: { className?: string }) {
  return (
    <svg viewBox="-300 -300 600 600" aria-hidden="true" className={className}>
      {RINGS.map((path) => (
        <path key={path.slice(0, 24)} d={path} className="fill-none stroke-current" strokeWidth="1" />
      ))}
    </svg>
  );
}
