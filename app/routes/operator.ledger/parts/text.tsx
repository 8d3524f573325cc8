/** How things of the books are written: ids, accounts, amounts by side. */

import { classOfCode } from "@/app/domain/ledger/account-classes";
import booksWordsTexts from "@/app/i18n/en/books/words";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "@/app/ui/class-names";
import { Money } from "@/app/ui/money";
import { TextLink } from "@/app/ui/text-link";

/** An id, in letters that cannot be mistaken; breaks where a phone has no room, and is selected whole with one press. */
export function Id({ children, className }: { children: string; className?: string }) {
  return (
    <code className={cx("font-mono text-xs break-all select-all lg:whitespace-nowrap", className)}>
      {children}
    </code>
  );
}

export function IdLink({ to, children }: { to: string; children: string }) {
  return (
    <TextLink to={to}>
      <Id className="select-auto">{children}</Id>
    </TextLink>
  );
}

/** What people call an account, by its code or by the class that stands for its code. */
export function useAccountName(): (code: string) => string {
  const t = useTexts(booksWordsTexts);
  return (code) => {
    const of = classOfCode(code) ?? code;
    const key = `account.${of === "platform" ? code.replace(":", "_") : of}`;
    return t.has(key) ? t(key) : code;
  };
}

/** An amount on one side of an account; nothing where it stands on the other. */
export function SideAmount({
  side,
  minor,
  currency,
}: {
  side: "debit" | "credit";
  minor: number;
  currency: string;
}) {
  const amount = side === "debit" ? minor : -minor;
  return amount > 0 ? <Money minor={amount} currency={currency} /> : null;
}

/** Why a movement waits or failed, and what happens next. */
export function useReason(): (movement: { status: string; reason: string | null }) => {
  why: string;
  next: string;
} | null {
  const t = useTexts(booksWordsTexts);
  return ({ status, reason }) => {
    if (status === "settled") return null;
    const code = reason ?? (status === "pending" ? "trying" : null);
    if (!code) return null;
    const key = t.has(`reason.${code}.why`) ? (code as "account_missing") : "other";
    return { why: t(`reason.${key}.why`, { code }), next: t(`reason.${key}.next`) };
  };
}
