/** Filters and cursors of the books as they stand in an address; what is no filter of ours is left out. Lists and their files share them. */

import { INCIDENT_STATUSES, type IncidentStatus } from "@/app/domain/audit/vocabulary";
import { ACCOUNT_CLASS_NAMES } from "@/app/domain/ledger/account-classes";
import { LEDGER_KINDS } from "@/app/domain/ledger/post";
import type { AccountFilter } from "@/app/domain/ledger/queries/accounts";
import type { MovementFilter } from "@/app/domain/ledger/queries/movements";
import type { TransactionFilter } from "@/app/domain/ledger/queries/transactions";
import { MOVEMENT_KINDS, MOVEMENT_STATUSES } from "@/app/domain/ledger/vocabulary";
import { DAY_MS } from "@/app/lib/clock";
import { CURRENCIES } from "@/app/lib/money";
import { type Cursor, cursorOf } from "@/app/lib/page";
import { isRealDay } from "@/app/lib/real-time";

/** The longest that anybody has to type: Stripe's ids and our causes are shorter. */
const LONGEST_TEXT = 200;

const oneOf = <Name extends string>(names: readonly Name[], value: string | null): Name | undefined =>
  names.find((name) => name === value);

const textOf = (search: URLSearchParams, name: string) =>
  (search.get(name) ?? "").trim().slice(0, LONGEST_TEXT);

export type AccountForm = Required<Pick<AccountFilter, "of">> & {
  currency: string;
  with_money: boolean;
  owner: string;
};

export function accountForm(search: URLSearchParams): AccountForm {
  return {
    of: oneOf(ACCOUNT_CLASS_NAMES, search.get("class")) ?? "platform",
    currency: oneOf(CURRENCIES, search.get("currency")) ?? "",
    with_money: search.get("with_money") === "on",
    owner: textOf(search, "owner"),
  };
}

export function accountFilter({ of, currency, with_money }: AccountForm): AccountFilter {
  return { of, currency: currency || undefined, with_money };
}

export function transactionForm(search: URLSearchParams) {
  return {
    kind: oneOf(LEDGER_KINDS, search.get("kind")) ?? "",
    from: dayOf(search.get("from")),
    to: dayOf(search.get("to")),
    reference: textOf(search, "reference"),
  } as const;
}
export type TransactionForm = ReturnType<typeof transactionForm>;

/** Days are days in UTC, the last one included. */
export function transactionFilter(form: TransactionForm): TransactionFilter {
  return {
    kind: form.kind || undefined,
    from: form.from ? new Date(form.from) : undefined,
    before: form.to ? new Date(Date.parse(form.to) + DAY_MS) : undefined,
    reference: form.reference || undefined,
  };
}

/** `YYYY-MM-DD`, or nothing. */
function dayOf(text: string | null): string {
  return text && isRealDay(text) ? text : "";
}

export function movementForm(search: URLSearchParams) {
  return {
    status: oneOf(MOVEMENT_STATUSES, search.get("status")) ?? "",
    kind: oneOf(MOVEMENT_KINDS, search.get("kind")) ?? "",
  } as const;
}
export type MovementForm = ReturnType<typeof movementForm>;

export function movementFilter({ status, kind }: MovementForm): MovementFilter {
  return { status: status || undefined, kind: kind || undefined };
}

export function chargeText(search: URLSearchParams): string {
  return textOf(search, "text");
}

export function incidentStatus(search: URLSearchParams): IncidentStatus {
  return oneOf(INCIDENT_STATUSES, search.get("status")) ?? "open";
}

export function accountCursor(search: URLSearchParams): Cursor | null {
  return cursorOf(search, { isKey: (code) => code !== "" });
}

/** A place in a list that is numbered. */
export function numberAfter(search: URLSearchParams): number | null {
  const after = Number(search.get("after") ?? "");
  return Number.isSafeInteger(after) && after > 0 ? after : null;
}
