/**
 * The files that leave the books. Heads are the ledger's own names, the same in every language, so that a file of today and one of next year
 * can be put side by side. Every amount stands three times: as a decimal, in minor units, with its currency.
 */

import { listHeldLonger } from "@/app/domain/audit/held-ages";
import { listIncidents } from "@/app/domain/audit/queries/incidents";
import { listAccounts, listAccountsOf, readAccount } from "@/app/domain/ledger/queries/accounts";
import { readChargeHistory } from "@/app/domain/ledger/queries/charge";
import { listCharges } from "@/app/domain/ledger/queries/charges";
import { listEntries } from "@/app/domain/ledger/queries/entries";
import { listMovements } from "@/app/domain/ledger/queries/movements";
import { listTransactions } from "@/app/domain/ledger/queries/transactions";
import { idInPath } from "@/app/lib/answer";
import { allPages, csvAnswer, decimal } from "@/app/lib/csv";
import { db } from "@/db/client";
import {
  accountFilter,
  accountForm,
  chargeText,
  incidentStatus,
  movementFilter,
  movementForm,
  transactionFilter,
  transactionForm,
} from "../operator.ledger/filters";

/** Rows that are read and sent at once. */
const PAGE = 1_000;

type MakeSheet = (name: string, search: URLSearchParams) => Promise<Response>;

const amount = (minor: number, currency: string) => [decimal(minor, currency), minor, currency] as const;
const AMOUNT = ["amount", "amount_minor", "currency"] as const;

async function* onePage<Row>(rows: readonly Row[]) {
  yield rows;
}

const accounts: MakeSheet = async (name, search) => {
  const form = accountForm(search);
  const rows = form.owner
    ? onePage(await listAccountsOf(db, form.owner))
    : allPages((after: Parameters<typeof listAccounts>[2]) =>
        listAccounts(db, accountFilter(form), after, PAGE),
      );
  return csvAnswer(
    name,
    {
      heads: ["account", "kind", "owner", "balance", "balance_minor", "currency"],
      cells: ({ code, kind, owner, balance_minor, currency }) => [
        code,
        kind,
        owner,
        ...amount(balance_minor, currency),
      ],
    },
    rows,
  );
};

const entries: MakeSheet = async (name, search) => {
  const account = await readAccount(db, Number(search.get("account")));
  const { code, currency } = account;
  return csvAnswer(
    name,
    {
      heads: [
        "at",
        "account",
        "kind",
        "debit",
        "credit",
        "debit_minor",
        "credit_minor",
        "balance",
        "balance_minor",
        "currency",
        "transaction",
        "collaboration",
        "payment",
        "movement",
        "entry",
      ],
      cells: ({ at, kind, amount_minor, balance_minor, ...row }) => {
        const [debit, credit] = [Math.max(amount_minor, 0), Math.max(-amount_minor, 0)];
        return [
          at,
          code,
          kind,
          debit ? decimal(debit, currency) : null,
          credit ? decimal(credit, currency) : null,
          debit || null,
          credit || null,
          ...amount(balance_minor, currency),
          row.transaction_id,
          row.collaboration_id,
          row.payment_id,
          row.movement_id,
          row.id,
        ];
      },
    },
    allPages((after: Parameters<typeof listEntries>[2]) => listEntries(db, account.id, after, PAGE)),
  );
};

const transactions: MakeSheet = async (name, search) => {
  const filter = transactionFilter(transactionForm(search));
  return csvAnswer(
    name,
    {
      heads: ["at", "transaction", "kind", ...AMOUNT, "cause", "collaboration", "payment", "movement"],
      cells: (row) => [
        row.at,
        row.id,
        row.kind,
        ...amount(row.amount_minor, row.currency),
        row.idempotency_key,
        row.collaboration_id,
        row.payment_id,
        row.movement_id,
      ],
    },
    allPages((after: Parameters<typeof listTransactions>[2]) => listTransactions(db, filter, after, PAGE)),
  );
};

const movements: MakeSheet = async (name, search) => {
  const filter = movementFilter(movementForm(search));
  return csvAnswer(
    name,
    {
      heads: [
        "at",
        "movement",
        "kind",
        "status",
        ...AMOUNT,
        "other_side",
        "offer",
        "stripe_id",
        "charge",
        "collaboration",
        "payment",
        "reason",
        "attempts",
        "settled_at",
      ],
      cells: (row) => [
        row.at,
        row.id,
        row.kind,
        row.status,
        ...amount(row.amount_minor, row.currency),
        row.other_side,
        row.offer_title,
        row.stripe_id,
        row.charge_id,
        row.collaboration_id,
        row.payment_id,
        row.reason,
        row.attempts,
        row.settled_at,
      ],
    },
    allPages((after: Parameters<typeof listMovements>[2]) => listMovements(db, filter, after, PAGE)),
  );
};

const charges: MakeSheet = async (name, search) => {
  const filter = { text: chargeText(search) };
  return csvAnswer(
    name,
    {
      heads: [
        "paid_at",
        "charge",
        "payment",
        "brand",
        "offer",
        ...AMOUNT,
        "claimed_minor",
        "refunded_minor",
        "charged_back_minor",
        "frozen_at",
      ],
      cells: (row) => [
        row.paid_at,
        row.charge_id,
        row.id,
        row.brand_name,
        row.offer_title,
        ...amount(row.amount_minor, row.currency),
        row.claimed_minor,
        row.refunded_minor,
        row.charged_back_minor,
        row.frozen_at,
      ],
    },
    allPages((after: Parameters<typeof listCharges>[2]) => listCharges(db, filter, after, PAGE)),
  );
};

const charge: MakeSheet = async (name, search) => {
  const story = await readChargeHistory(db, idInPath("payment", search.get("id"), "charge"));
  const { currency, charge_id } = story.payment;
  return csvAnswer(
    name,
    {
      heads: [
        "at",
        "charge",
        "kind",
        ...AMOUNT,
        "rest",
        "rest_minor",
        "moved",
        "collaboration",
        "movement",
        "stripe_id",
        "transaction",
      ],
      cells: (step) => [
        step.at,
        charge_id,
        step.kind,
        ...amount(step.amount_minor, currency),
        decimal(step.rest_minor, currency),
        step.rest_minor,
        Object.entries(step.shift)
          .map(([place, minor]) => `${place} ${minor}`)
          .join("; "),
        step.collaboration_id,
        step.movement_id,
        step.movement_id ? story.stripe_ids[step.movement_id] : step.kind === "capture" ? charge_id : null,
        step.transaction_id,
      ],
    },
    onePage(story.steps),
  );
};

const ages: MakeSheet = async (name) =>
  csvAnswer(
    name,
    {
      heads: [
        "paid_at",
        "age_days",
        "part",
        "subject",
        ...AMOUNT,
        "offer",
        "offer_id",
        "charge",
        "collaboration",
      ],
      cells: (row) => [
        row.paid_at,
        row.age_days,
        row.part,
        row.subject,
        ...amount(row.amount_minor, row.currency),
        row.offer_title,
        row.offer_id,
        row.charge_id,
        row.collaboration_id,
      ],
    },
    allPages((after: Parameters<typeof listHeldLonger>[2]) => listHeldLonger(db, 0, after, PAGE)),
  );

const incidents: MakeSheet = async (name, search) => {
  const status = incidentStatus(search);
  return csvAnswer(
    name,
    {
      heads: [
        "first_seen_at",
        "last_seen_at",
        "incident",
        "kind",
        "subject",
        "status",
        "expected",
        "found",
        "outcome",
        "closed_at",
        "closed_by",
      ],
      cells: (row) => [
        row.created_at,
        row.last_seen_at,
        row.id,
        row.kind,
        row.subject,
        row.status,
        JSON.stringify(row.expected),
        JSON.stringify(row.found),
        row.outcome,
        row.closed_at,
        row.closed_by_user_id,
      ],
    },
    allPages((after: Parameters<typeof listIncidents>[1]["after"]) =>
      listIncidents(db, { status, after, limit: PAGE }),
    ),
  );
};

export const SHEETS = {
  accounts,
  entries,
  transactions,
  movements,
  charges,
  charge,
  ages,
  incidents,
} as const;
