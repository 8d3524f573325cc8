/** What can be pressed. `SubmitButton` shows by itself that its form is on the way; `LinkButton` looks the same and leads somewhere. */

import { Link, type LinkProps, useNavigation } from "@remix-run/react";
import { LoaderCircle } from "lucide-react";
import { type ButtonHTMLAttributes, forwardRef, type ReactNode } from "react";
import uiTexts from "@/app/i18n/en/ui";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "./class-names";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: "bg-primary text-on-primary shadow-sm hover:bg-primary-strong",
  secondary: "bg-surface text-ink border border-line-strong shadow-sm hover:bg-sunken",
  quiet: "text-ink-soft hover:bg-sunken hover:text-ink",
  danger: "bg-surface text-danger-ink border border-danger/50 hover:bg-danger-soft",
};

const SIZES: Readonly<Record<ButtonSize, string>> = {
  // What a finger presses is 44 px high, whatever it looks like beside a mouse.
  sm: "min-h-9 px-3 text-sm gap-1.5 pointer-coarse:min-h-11",
  md: "min-h-11 px-4 text-base gap-2",
  lg: "min-h-13 px-6 text-lg gap-2.5",
};

/** The look of a button, for the rare element that is neither a button nor a link. */
export function buttonClass(
  variant: ButtonVariant = "primary",
  size: ButtonSize = "md",
  wide = false,
): string {
  return cx(
    "inline-flex items-center justify-center rounded-md font-semibold no-underline select-none",
    "transition-colors duration-150 disabled:opacity-55 aria-disabled:opacity-55",
    VARIANTS[variant],
    SIZES[size],
    wide && "w-full",
  );
}

type Look = { variant?: ButtonVariant; size?: ButtonSize; wide?: boolean; icon?: ReactNode };

export type ButtonProps = Look & { pending?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>;

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = "secondary", size, wide, icon, pending = false, className, children, ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type="button"
      {...rest}
      aria-busy={pending || undefined}
      className={cx(buttonClass(variant, size, wide), className)}
    >
      {pending ? <LoaderCircle aria-hidden className="size-4.5 animate-spin" /> : icon}
      {children}
    </button>
  );
});

/**
 * The button that sends its form. While that form (told apart by `name`/`value` where one form has several buttons) is on the way
 * it is busy and cannot be pressed again; the server counts a double press as one in any case.
 */
export function SubmitButton({
  variant = "primary",
  children,
  pending,
  ...rest
}: ButtonProps & { name?: string; value?: string }) {
  const t = useTexts(uiTexts);
  const navigation = useNavigation();
  const sent = navigation.state !== "idle" ? navigation.formData : undefined;
  const busy =
    pending ?? (sent !== undefined && (!rest.name || sent.get(rest.name) === String(rest.value ?? "")));
  return (
    <Button {...rest} type="submit" variant={variant} pending={busy} disabled={rest.disabled || busy}>
      {busy ? t("form.sending") : children}
    </Button>
  );
}

export function LinkButton({
  variant = "secondary",
  size,
  wide,
  icon,
  className,
  children,
  ...rest
}: Look & LinkProps) {
  return (
    <Link prefetch="intent" {...rest} className={cx(buttonClass(variant, size, wide), className)}>
      {icon}
      {children}
    </Link>
  );
}

/** A button that is only an icon; `label` is what it is called. */
export const IconButton = forwardRef<HTMLButtonElement, Omit<ButtonProps, "icon"> & { label: string }>(
  function IconButton({ label, variant = "quiet", className, children, ...rest }, ref) {
    return (
      <Button
        ref={ref}
        aria-label={label}
        title={label}
        variant={variant}
        {...rest}
        className={cx("aspect-square px-0!", className)}
      >
        {children}
      </Button>
    );
  },
);
