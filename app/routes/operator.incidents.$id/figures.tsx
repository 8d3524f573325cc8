/** What was expected beside what is there, figure by figure; ids lead to what they name. */
import booksIncidentsTexts from "@/app/i18n/en/books/incidents";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "@/app/ui/class-names";
import { DateTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Table } from "@/app/ui/table";
import { Id, IdLink } from "../operator.ledger/parts/text";

type Facts = Record<string, unknown>;

export function Figures({ expected, found }: { expected: Facts; found: Facts }) {
  const t = useTexts(booksIncidentsTexts);
  const currency = String(found.currency ?? expected.currency ?? "");
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  const say = (name: string) => {
    const key = `fields.${name}`;
    return t.has(key) ? t(key) : name;
  };
  const differs = (name: string) =>
    name in expected && name in found && JSON.stringify(expected[name]) !== JSON.stringify(found[name]);
  return (
    <Table
      caption={t("figures")}
      rows={names}
      rowKey={(name) => name}
      columns={[
        { id: "field", head: t("field"), title: true, cell: say },
        {
          id: "expected",
          head: t("expected"),
          cell: (name) => <Fact name={name} facts={expected} currency={currency} />,
        },
        {
          id: "found",
          head: t("found"),
          cell: (name) => (
            <span className={cx(differs(name) && "font-semibold text-danger-ink")}>
              <Fact name={name} facts={found} currency={currency} />
            </span>
          ),
        },
      ]}
    />
  );
}

function Fact({ name, facts, currency }: { name: string; facts: Facts; currency: string }) {
  const t = useTexts(booksIncidentsTexts);
  const format = useFormat();
  if (!(name in facts)) return <span className="text-ink-faint">–</span>;
  const value = facts[name];
  if (value === null) return t("absent");
  if (typeof value === "number")
    return name.endsWith("_minor") && currency ? (
      <Money minor={value} currency={currency} />
    ) : (
      format.number(value)
    );
  if (typeof value === "string") return <Text name={name} value={value} />;
  if (Array.isArray(value))
    return (
      <ul className="space-y-1">
        {value.map((one) => (
          <li key={JSON.stringify(one)}>
            <Example one={one} />
          </li>
        ))}
      </ul>
    );
  return <Id>{JSON.stringify(value)}</Id>;
}

/** One violation of an invariant: which row, and what is wrong with it. */
function Example({ one }: { one: unknown }) {
  const { subject, detail } = (one ?? {}) as { subject?: string; detail?: string };
  if (subject === undefined) return <Id>{typeof one === "string" ? one : JSON.stringify(one)}</Id>;
  return (
    <>
      <Text name="example" value={subject} /> {detail}
    </>
  );
}

function Text({ name, value }: { name: string; value: string }) {
  if (name.endsWith("_at") && !Number.isNaN(Date.parse(value)))
    return <DateTime at={value} style="minute_long" />;
  // The object itself may be one that the books have never heard of.
  const to = name === "object" ? null : placeOf(value);
  if (to) return <IdLink to={to}>{value}</IdLink>;
  return /^[a-z]+_\w{8,}$/.test(value) ? <Id>{value}</Id> : value;
}

/** Where in the books an id can be looked at. */
function placeOf(id: string): string | null {
  const [prefix] = id.split("_");
  if (!/^[a-z]+_\w{8,}$/.test(id)) return null;
  switch (prefix) {
    case "movement":
      return `/operator/ledger/movements/${id}`;
    case "payment":
      return `/operator/ledger/charges/${id}`;
    case "collab":
      return `/collaborations/${id}`;
    case "ltx":
      return `/operator/ledger/transactions/${id}`;
    case "ch":
    case "py":
    case "pi":
    case "tr":
    case "re":
    case "trr":
    case "dp":
    case "du":
      return `/operator/ledger/charges?text=${id}`;
    default:
      return null;
  }
}
