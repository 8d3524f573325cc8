/** The fine turned lines of a bond certificate, in the colour of the text around them. */
import lines from "./guilloche.svg?url";

/** A picture of its own: within the page it would be longer than all of its words. */
export function Guilloche({ className }: { className?: string }) {
  const mask = `url(${lines}) center / contain no-repeat`;
  return (
    <span
      aria-hidden="true"
      className={`block aspect-square bg-current ${className ?? ""}`}
      style={{ mask, WebkitMask: mask }}
    />
  );
}
