/** A link among words or values: told from its surroundings by more than its colour. */
import { Link, type LinkProps } from "@remix-run/react";
import { cx } from "./class-names";

export function TextLink({ className, ...rest }: LinkProps) {
  return <Link {...rest} className={cx("text-primary underline underline-offset-2", className)} />;
}
