/**
 * A list of links and actions behind a button. It is a disclosure on the browser's own `<details>`: it opens without a script; with one
 * it also closes on Escape, on a click elsewhere and after a choice.
 */
import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { cx } from "./class-names";

type Props = {
  /** What stands on the button, and what it is called where that is only an icon. */
  trigger: ReactNode;
  label?: string;
  align?: "start" | "end";
  triggerClassName?: string;
  children: ReactNode;
};

export function Menu({ trigger, label, align = "end", triggerClassName, children }: Props) {
  const box = useRef<HTMLDetailsElement>(null);
  const location = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the menu.
  useEffect(() => {
    if (box.current) box.current.open = false;
  }, [location]);

  useEffect(() => {
    const close = (event: Event) => {
      const details = box.current;
      if (!details?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        details.open = false;
        details.querySelector("summary")?.focus();
      } else if (!details.contains(event.target as Node)) details.open = false;
    };
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", close);
    return () => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("pointerdown", close);
    };
  }, []);

  return (
    // On a phone the list hangs from the bar around it, at the page's edge: a button in the middle would push it off the screen.
    <details ref={box} className="group sm:relative">
      <summary
        aria-label={label}
        className={cx(
          "flex min-h-11 items-center gap-2 rounded-md px-2 font-medium text-ink-soft select-none hover:bg-sunken hover:text-ink group-open:bg-sunken",
          triggerClassName,
        )}
      >
        {trigger}
      </summary>
      <div
        className={cx(
          "absolute z-30 mt-1.5 max-h-[calc(100dvh-5rem)] w-64 max-w-[calc(100vw-2rem)] overflow-y-auto animate-rise rounded-lg border border-line bg-raised p-1.5 shadow-lg",
          align === "end" ? "right-0 max-sm:right-4" : "left-0 max-sm:left-4",
        )}
      >
        {children}
      </div>
    </details>
  );
}

/** The look of one entry, whether a link or a form's button. */
export const MENU_ITEM_CLASS =
  "flex min-h-10 w-full items-center gap-2.5 rounded-md px-3 py-1.5 text-left text-sm font-medium text-ink hover:bg-sunken aria-[current]:bg-primary-soft aria-[current]:text-primary";

export function MenuGroup({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <div className="border-line py-1 not-first:border-t">
      {title ? <p className="px-3 pt-1.5 pb-1 text-xs font-semibold text-ink-faint">{title}</p> : null}
      {children}
    </div>
  );
}
