/** Something that can be opened: a line with a chevron over what it hides. The browser's own `<details>`, so it needs no script. */
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names";

type Props = {
  label: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** `link` stands in a text, `row` runs over the whole width, `box` is a row with a frame of its own. */
  look?: "link" | "row" | "box";
  /** Of several with one name only one is open at a time. */
  name?: string;
  className?: string;
};

const SUMMARY = {
  link: "inline-flex text-sm text-primary",
  row: "flex justify-between gap-4",
  box: "flex justify-between gap-4 rounded-lg px-4 hover:bg-sunken group-open/disclosure:rounded-b-none",
} as const;

export function Disclosure({ label, children, open, look = "row", name, className }: Props) {
  return (
    <details
      open={open}
      name={name}
      className={cx("group/disclosure", look === "box" && "rounded-lg border border-line-strong", className)}
    >
      <summary className={cx("min-h-11 items-center gap-1.5 py-2 font-semibold", SUMMARY[look])}>
        <span className="min-w-0">{label}</span>
        <ChevronDown
          aria-hidden
          className={cx(
            "size-4.5 shrink-0 transition-transform group-open/disclosure:rotate-180",
            look !== "link" && "text-ink-faint",
          )}
        />
      </summary>
      {look === "box" ? <div className="border-t border-line px-4 py-4">{children}</div> : children}
    </details>
  );
}
