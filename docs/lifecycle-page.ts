/** Draws `docs/lifecycle.md` from the lifecycle table, so that the page and the rules cannot disagree. */
import { LIFECYCLE, type Transition } from "@/app/domain/collaboration/lifecycle";
import { isEnd } from "@/app/domain/collaboration/vocabulary";

const MONEY: Record<NonNullable<Transition["money"]>, string> = {
  hold: "budget → held",
  void: "held → budget",
  release: "held → creator (payable), fee earned",
  split: "held → both",
  reimburse: "held → budget, what the sample cost → creator",
  transfer: "payable → transfer at Stripe",
  reverse_release: "payable → budget",
  release_holdback: "holdback → creator → transfer at Stripe",
  claw_back: "holdback → budget, the paid fee is owed back",
};

/** The whole page as Markdown. */
export function lifecyclePage(): string {
  return `# The lifecycle of a collaboration

Written by \`npm run docs:lifecycle\` from \`app/domain/collaboration/lifecycle.ts\`; a test fails when the two differ.

${diagram()}

## Every move

${table()}
`;
}

function diagram(): string {
  const arrows = new Map<string, string[]>();
  for (const row of LIFECYCLE) {
    if (row.from === row.to) continue;
    const key = `${row.from} --> ${row.to}`;
    const label = row.during && row.event === "deadline_elapsed" ? `${row.during} passed` : row.event;
    if (!arrows.get(key)?.includes(label)) arrows.set(key, [...(arrows.get(key) ?? []), label]);
  }
  const lines = [...arrows].map(([arrow, labels]) => `  ${arrow}: ${labels.join(", ").replaceAll("_", " ")}`);
  const ends = [...new Set(LIFECYCLE.map(({ to }) => to).filter(isEnd))].map((end) => `  ${end} --> [*]`);
  return [
    "```mermaid",
    "stateDiagram-v2",
    "  [*] --> invited: invite",
    "  [*] --> applied: apply",
    ...lines,
    ...ends,
    "```",
  ].join("\n");
}

function table(): string {
  const rows = LIFECYCLE.map((row) =>
    [
      row.from,
      row.event + conditions(row),
      row.by.join(", "),
      row.to,
      row.money ? MONEY[row.money] : "",
      row.due ?? "",
      row.guards?.join(", ") ?? "",
      row.strike ? strike(row.strike) : "",
    ].join(" | "),
  );
  const head = "State | Event | By | Then | Money | Deadline that begins | Guards | Strike";
  return [`| ${head} |`, `|${" --- |".repeat(8)}`, ...rows.map((row) => `| ${row} |`)].join("\n");
}

function strike({ who, kind, once_in, if: condition }: NonNullable<Transition["strike"]>): string {
  const said = [once_in && `every ${once_in} within 180 days`, condition].filter(Boolean);
  return `${who}: ${kind}${said.length ? ` (${said.join("; ")})` : ""}`;
}

function conditions(row: Transition): string {
  const said = [
    row.modes?.join("/"),
    row.during,
    row.silent && `${row.silent} silent`,
    row.cancelled && "brand cancelled",
    row.hand_ins_used && "no submission left",
    row.proof && `proof ${row.proof.join("/")}`,
    row.clause && `clause ${row.clause}`,
    row.look && `post ${row.look.join("/")}`,
    row.holdback && "holdback",
  ].filter(Boolean);
  return said.length ? ` (${said.join("; ")})` : "";
}
