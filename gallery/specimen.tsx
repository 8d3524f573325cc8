/** One component with its name above it. */
import type { ReactNode } from "react";

export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="mb-7 last:mb-0">
      <p className="mb-2 font-mono text-xs text-ink-faint">{name}</p>
      {children}
    </div>
  );
}
