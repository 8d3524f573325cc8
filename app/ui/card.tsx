/** How a page is divided. */
import { Link } from "@remix-run/react";
import { ArrowLeft, ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "./button";
import { cx } from "./class-names";

type CardProps = {
  children: ReactNode;
  className?: string;
  padded?: boolean;
  as?: "div" | "section" | "li" | "article";
};

/** A sheet on the desk. `padded={false}` for content that runs to the edge (tables, pictures). */
export function Card({ children, className, padded = true, as: Tag = "div" }: CardProps) {
  return (
    <Tag
      className={cx(
        "rounded-xl border border-line bg-surface shadow-sm",
        padded ? "p-5 sm:p-6" : "overflow-hidden",
        className,
      )}
    >
      {children}
    </Tag>
  );
}

type SectionProps = {
  title?: ReactNode;
  description?: ReactNode;
  /** Where all of it is, when the section shows only a part. */
  more?: { to: string; label: ReactNode };
  children: ReactNode;
  className?: string;
  id?: string;
};

export function Section({ title, description, more, children, className, id }: SectionProps) {
  return (
    <section id={id} className={cx("space-y-4", className)}>
      {title || more ? (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <div className="min-w-0">
            {title ? <h2 className="text-xl font-semibold">{title}</h2> : null}
            {description ? (
              <p className="mt-1 max-w-2xl text-sm text-pretty text-ink-soft">{description}</p>
            ) : null}
          </div>
          {more ? (
            <LinkButton to={more.to} variant="quiet" size="sm" className="-mx-3">
              {more.label}
              <ArrowRight aria-hidden className="size-4" />
            </LinkButton>
          ) : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}

type PageHeaderProps = {
  title: ReactNode;
  /** The page this one belongs to, a line above the title. */
  back?: { to: string; label: ReactNode };
  description?: ReactNode;
  actions?: ReactNode;
  /** Badges beside the title. */
  badges?: ReactNode;
};

export function PageHeader({ title, back, description, actions, badges }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 max-w-3xl">
        {back ? (
          <Link
            to={back.to}
            className="-mt-2.5 inline-flex min-h-11 items-center gap-1.5 text-sm font-medium text-ink-faint hover:text-ink"
          >
            <ArrowLeft aria-hidden className="size-4 shrink-0" />
            {back.label}
          </Link>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="min-w-0 text-2xl font-bold wrap-anywhere sm:text-3xl">{title}</h1>
          {badges}
        </div>
        {description ? <div className="mt-2 text-pretty text-ink-soft">{description}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
    </header>
  );
}
