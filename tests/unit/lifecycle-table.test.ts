import { describe, expect, test } from "vitest";
import {
  type Circumstances,
  choose,
  LIFECYCLE,
  transitionsFor,
  transitionsOpenTo,
} from "@/app/domain/collaboration/lifecycle";
import {
  ACTOR_KINDS,
  type ActorKind,
  COLLABORATION_STATES,
  type CollaborationEvent,
  type CollaborationState,
  DUE_KINDS,
  END_STATES,
  EVENTS,
  isEnd,
  LOOKS,
  PROOFS,
  RUNNING_STATES,
} from "@/app/domain/collaboration/vocabulary";
import { SAMPLE_MODES } from "@/app/domain/offer/vocabulary";
import { isWatched } from "@/app/domain/verification/watched";
import { required } from "@/app/lib/one";

/**
 * The rules once more, written by hand from the design and not from the code: who may do what in which state, and where that leads.
 * `c` creator, `b` brand, `o` operator, `s` system. Conditions: `[mode]`, `{deadline}`, `<silent side>`, and what is known: `?passed` or
 * `?failed` at best, `?handed_in` (a post), `?checked` (the machine found the clause that the brand complained of), `?hand_ins_used`, `?cancelled`
 * (by the brand), `?seen` (within a day, or nothing to see), `?gone`, `?holdback`. `itself` is the state it comes from. After the state, where it matters, the deadline that begins (`-` none).
 */
const RULES = `
invited            accept_invitation c -> slot_offered
invited            decline_invitation c -> declined
invited            cancel b -> cancelled
invited            close_offer s -> expired
invited            deadline_elapsed {invitation} s -> expired
applied            offer_slot b -> slot_offered
applied            decline_application b -> declined
applied            withdraw c -> withdrawn
applied            close_offer s -> expired
applied            deadline_elapsed {application} s -> expired
slot_offered       accept_slot c -> agreed
slot_offered       decline_slot c -> declined
slot_offered       extend_slot c -> slot_offered
slot_offered       cancel b -> cancelled
slot_offered       close_offer s -> expired
slot_offered       deadline_elapsed {slot} s -> expired
agreed             begin [none] s -> creating
agreed             begin [purchase] s -> awaiting_sample
agreed             begin [shipped,code] s -> awaiting_sample
agreed             cancel bc -> cancelled
awaiting_sample    ship [shipped] b -> in_transit
awaiting_sample    enter_order [purchase] c -> in_transit
awaiting_sample    issue_code [code] b -> creating
awaiting_sample    cancel bc -> cancelled
awaiting_sample    deadline_elapsed {ship} s -> awaiting_sample
awaiting_sample    deadline_elapsed {ship_grace} s -> awaiting_sample
awaiting_sample    deadline_elapsed {ship_late} s -> cancelled
awaiting_sample    deadline_elapsed {order} s -> cancelled
in_transit         deliver cs -> creating
in_transit         reship [shipped] b -> in_transit
in_transit         cancel b -> cancelled
in_transit         deadline_elapsed {transit} s -> in_transit
in_transit         deadline_elapsed {transit_late} s -> cancelled
creating           submit c -> verifying
creating           report_sample [shipped] c -> awaiting_sample
creating           extend_content c -> creating
creating           return_sample c -> cancelled
creating           cancel b -> cancelling
creating           deadline_elapsed {content} s -> overdue
overdue            submit c -> verifying
overdue            cancel b -> cancelling
overdue            deadline_elapsed {overdue} s -> defaulted
cancelling         submit c -> verifying
cancelling         deadline_elapsed {last_hand_in} [purchase] s -> appealed
cancelling         deadline_elapsed {last_hand_in} s -> cancelled
verifying          pass_verification so -> in_review
verifying          fail_verification ?hand_ins_used ?passed ?checked so -> approved
verifying          fail_verification ?hand_ins_used ?passed so -> appealed
verifying          fail_verification ?hand_ins_used so -> defaulted
verifying          fail_verification ?cancelled so -> cancelling
verifying          fail_verification so -> verifying
verifying          escalate_verification s -> verifying
verifying          submit {cure} c -> verifying
verifying          cancel {cure} c -> cancelled
verifying          cancel ?passed b -> approved
verifying          cancel ?failed b -> cancelling
verifying          cancel b -> verifying
verifying          deadline_elapsed {verification} s -> verifying
verifying          deadline_elapsed {cure} ?passed ?checked s -> approved
verifying          deadline_elapsed {cure} ?passed s -> appealed
verifying          deadline_elapsed {cure} s -> overdue
verifying          deadline_elapsed {operator_decision} ?passed s -> approved
verifying          deadline_elapsed {operator_decision} [purchase] ?cancelled s -> appealed
verifying          deadline_elapsed {operator_decision} s -> refunded
in_review          approve b -> approved
in_review          request_changes b -> changes_requested
in_review          reject b -> rejected
in_review          deadline_elapsed {review} ?passed s -> approved
in_review          deadline_elapsed {review} s -> in_review
in_review          deadline_elapsed {operator_decision} ?passed s -> approved
in_review          deadline_elapsed {operator_decision} s -> refunded
changes_requested  submit c -> verifying
changes_requested  cancel b -> approved
changes_requested  cancel c -> cancelled
changes_requested  appeal c -> appealed
changes_requested  deadline_elapsed {changes} ?passed ?checked s -> approved
changes_requested  deadline_elapsed {changes} s -> appealed
rejected           appeal c -> appealed
rejected           accept_rejection c -> refunded
rejected           deadline_elapsed {appeal} s -> appealed
appealed           add_statement bc -> appealed
appealed           uphold_appeal ?handed_in o -> approved
appealed           split_appeal o -> awarded hold
appealed           dismiss_appeal o -> refunded
appealed           reimburse [purchase] ?cancelled o -> awarded hold
appealed           deadline_elapsed {statements} s -> appealed
appealed           deadline_elapsed {decision} <brand> ?passed s -> approved
appealed           deadline_elapsed {decision} s -> appealed
appealed           deadline_elapsed {operator_decision} ?passed s -> approved
appealed           deadline_elapsed {operator_decision} s -> refunded
approved,awarded   deadline_elapsed {hold} ?seen s -> itself -
approved,awarded   deadline_elapsed {hold} s -> itself payout_look
approved,awarded   request_look s -> itself payout_look
approved,awarded   deadline_elapsed {payout_look} s -> itself operator_decision
approved,awarded   escalate_watch {payout_look} s -> itself operator_decision
approved,awarded   observe_post ?seen so -> itself hold
approved,awarded   observe_post o -> itself keep
approved,awarded   report_removal {hold} s -> itself removal_cure
approved,awarded   report_removal {payout_look} s -> itself removal_cure
approved,awarded   report_removal {operator_decision} s -> itself removal_cure
approved,awarded   restore_post {removal_cure} s -> itself hold
approved,awarded   appeal_removal {removal_cure} c -> itself removal_decision
approved,awarded   excuse_removal {removal_decision} o -> itself hold
approved,awarded   confirm_removal {removal_decision} o -> refunded
approved,awarded   deadline_elapsed {removal_cure} ?gone s -> refunded
approved,awarded   deadline_elapsed {removal_cure} s -> itself operator_decision
approved,awarded   deadline_elapsed {removal_decision} ?gone s -> refunded
approved,awarded   deadline_elapsed {removal_decision} s -> itself payout_look
approved,awarded   deadline_elapsed {operator_decision} ?seen s -> itself hold
approved,awarded   deadline_elapsed {operator_decision} s -> itself operator_decision
approved           settle_transfer s -> paid
awarded            settle_transfer ?cancelled s -> cancelled
awarded            settle_transfer s -> split
paid               deadline_elapsed {monitoring_start} s -> monitoring
monitoring         deadline_elapsed {monitoring} ?holdback ?seen s -> monitoring -
monitoring         deadline_elapsed {monitoring} ?holdback s -> monitoring payout_look
monitoring         deadline_elapsed {monitoring} s -> completed
monitoring         settle_transfer s -> completed
monitoring         request_look s -> monitoring payout_look
monitoring         deadline_elapsed {payout_look} s -> monitoring operator_decision
monitoring         escalate_watch {payout_look} s -> monitoring operator_decision
monitoring         escalate_watch s -> monitoring keep
monitoring         observe_post {payout_look} ?seen so -> monitoring monitoring
monitoring         observe_post {operator_decision} ?seen so -> monitoring monitoring
monitoring         observe_post {removal_decision} ?seen so -> monitoring monitoring
monitoring         observe_post so -> monitoring keep
monitoring         report_removal {monitoring} s -> monitoring removal_cure
monitoring         report_removal {payout_look} s -> monitoring removal_cure
monitoring         report_removal {operator_decision} s -> monitoring removal_cure
monitoring         restore_post {removal_cure} s -> monitoring monitoring
monitoring         appeal_removal {removal_cure} c -> monitoring removal_decision
monitoring         excuse_removal {removal_decision} o -> monitoring monitoring
monitoring         confirm_removal {removal_decision} o -> completed
monitoring         deadline_elapsed {removal_cure} ?gone s -> completed
monitoring         deadline_elapsed {removal_cure} s -> monitoring operator_decision
monitoring         deadline_elapsed {removal_decision} ?gone s -> completed
monitoring         deadline_elapsed {removal_decision} s -> monitoring monitoring
monitoring         deadline_elapsed {operator_decision} ?seen s -> monitoring monitoring
monitoring         deadline_elapsed {operator_decision} ?holdback s -> monitoring operator_decision
monitoring         deadline_elapsed {operator_decision} s -> monitoring monitoring
paid               claw_back o -> completed
monitoring         claw_back o -> completed
agreed             lose_charge s -> cancelled
awaiting_sample    lose_charge s -> cancelled
in_transit         lose_charge s -> cancelled
creating           lose_charge s -> cancelled
overdue            lose_charge s -> cancelled
cancelling         lose_charge s -> cancelled
verifying          lose_charge s -> cancelled
in_review          lose_charge s -> cancelled
changes_requested  lose_charge s -> cancelled
rejected           lose_charge s -> cancelled
appealed           lose_charge s -> cancelled
approved,awarded   lose_charge s -> cancelled
`;

type Rule = {
  from: CollaborationState;
  event: CollaborationEvent;
  during: string | undefined;
  holds: (facts: Circumstances) => boolean;
  by: ActorKind[];
  to: CollaborationState;
  due: string | undefined;
};

const ACTORS: Record<string, ActorKind> = { c: "creator", b: "brand", o: "operator", s: "system" };

const KNOWN: Record<string, (facts: Circumstances) => boolean> = {
  passed: ({ proof }) => proof === "passed",
  failed: ({ proof }) => proof === "failed",
  checked: ({ clause }) => clause === "checked",
  hand_ins_used: ({ hand_ins_used }) => hand_ins_used,
  cancelled: ({ cancelled }) => cancelled,
  handed_in: ({ proof }) => proof !== "none",
  seen: ({ look }) => look === "live" || look === "excused" || look === "no_post",
  gone: ({ look }) => look === "gone",
  holdback: ({ holdback }) => holdback,
};

function condition(word: string): (facts: Circumstances) => boolean {
  const inner = word.slice(1).replace(/[\]}>]$/, "");
  if (word.startsWith("[")) return ({ sample_mode }) => inner.split(",").includes(sample_mode);
  if (word.startsWith("{")) return ({ due_kind }) => due_kind === inner;
  if (word.startsWith("<")) return ({ silent_side }) => silent_side === inner;
  return required(KNOWN[inner], `the condition ${word}`);
}

const rules: Rule[] = RULES.trim()
  .split("\n")
  .flatMap((line) => {
    const parts = line.match(/^([\w,]+)\s+(\w+)((?: [[{<?]\S+)*) (\w+) -> (\w+)(?: (\S+))?$/);
    if (!parts) throw new Error(`Unreadable rule: ${line}`);
    const [, states, event, conditions, by, to, due] = parts;
    const all = required(conditions, "the conditions").trim().split(" ").filter(Boolean).map(condition);
    return required(states, "the states")
      .split(",")
      .map((from) => ({
        from: from as CollaborationState,
        event: event as CollaborationEvent,
        during: conditions?.match(/\{(\w+)\}/)?.[1],
        holds: (facts: Circumstances) => all.every((holds) => holds(facts)),
        by: [...required(by, "the by")].map((initial) => required(ACTORS[initial], "an actor of the table")),
        to: (to === "itself" ? from : to) as CollaborationState,
        due,
      }));
  });

const expected = (state: CollaborationState, event: CollaborationEvent, facts: Circumstances) =>
  rules.find(
    (rule) =>
      rule.from === state && rule.event === event && rule.by.includes(facts.actor) && rule.holds(facts),
  );

/** What may be known when nothing is said of it. */
const PLAIN = {
  sample_mode: "shipped",
  due_kind: null,
  silent_side: null,
  proof: "none",
  clause: null,
  hand_ins_used: false,
  look: "unknown",
  holdback: false,
  cancelled: false,
} as const;

/** Every combination of what the conditions ask for: before the pay is decided, and afterwards. */
const BEFORE = PROOFS.flatMap((proof) =>
  [null, "checked" as const, "unchecked" as const].flatMap((clause) =>
    [false, true].flatMap((hand_ins_used) =>
      [false, true].map((cancelled) => ({ ...PLAIN, proof, clause, hand_ins_used, cancelled })),
    ),
  ),
);
const AFTERWARDS = LOOKS.flatMap((look) =>
  [false, true].flatMap((holdback) =>
    [false, true].map((cancelled) => ({ ...PLAIN, proof: "passed" as const, look, holdback, cancelled })),
  ),
);

describe("every (state, event, actor), under every sample mode, deadline, silence and proof", () => {
  test.each(COLLABORATION_STATES)("%s", (state) => {
    const differing: string[] = [];
    const named = (event: CollaborationEvent) =>
      transitionsFor(state, event).length > 0 ||
      rules.some((rule) => rule.from === state && rule.event === event);
    // Deadlines that neither side names are all alike: one of them stands for the rest.
    const running = new Set([
      null,
      "invitation" as const,
      ...LIFECYCLE.filter(({ from }) => from === state).map(({ during }) => during ?? null),
      ...DUE_KINDS.filter((kind) => rules.some((rule) => rule.from === state && rule.during === kind)),
    ]);
    for (const event of EVENTS.filter(named))
      for (const actor of ACTOR_KINDS)
        for (const sample_mode of SAMPLE_MODES)
          for (const due_kind of running)
            for (const silent_side of [null, "brand", "creator"] as const)
              for (const known of isWatched(state) ? AFTERWARDS : BEFORE) {
                const facts = { ...known, actor, sample_mode, due_kind, silent_side };
                const choice = choose(state, event, facts);
                const rule = expected(state, event, facts);
                const due = (begun: string | undefined) => (rule?.due ? ` ${begun ?? "-"}` : "");
                const seen =
                  choice.kind === "allowed"
                    ? `${choice.transition.to}${due(choice.transition.due)}`
                    : "refused";
                const wanted = rule ? `${rule.to}${due(rule.due)}` : "refused";
                if (seen !== wanted)
                  differing.push(`${event} ${JSON.stringify(facts)}: ${seen}, not ${wanted}`);
              }
    expect(differing).toEqual([]);
  });
});

test("an ended collaboration can never move again", () => {
  for (const state of END_STATES) expect(EVENTS.flatMap((event) => transitionsFor(state, event))).toEqual([]);
});

test("a refusal says whether the world moved on or somebody else has to act", () => {
  const facts = { ...PLAIN, due_kind: "review" } as const;
  expect(choose("in_review", "approve", { ...facts, actor: "creator" }).kind).toBe("wrong_actor");
  expect(choose("approved", "approve", { ...facts, actor: "brand" }).kind).toBe("stale");
  expect(choose("in_transit", "ship", { ...facts, actor: "brand" }).kind).toBe("stale");
});

test("every deadline that begins somewhere is handled where it runs", () => {
  for (const { to, due } of LIFECYCLE) {
    if (!due || due === "keep") continue;
    const handled = transitionsFor(to, "deadline_elapsed").some((row) => row.during === due);
    expect(handled, `${due} in ${to}`).toBe(true);
  }
});

/** What moves what was settled before. */
const LATER = ["transfer", "release_holdback"];

test("money is held exactly once and settled exactly once on every way through the table", () => {
  /** Whether money may be held on arrival in a state; a state reached both ways would be a hole in the books. */
  const held = new Map<CollaborationState, boolean>([
    ["invited", false],
    ["applied", false],
  ]);
  const todo: CollaborationState[] = ["invited", "applied"];
  while (todo.length > 0) {
    const state = required(todo.pop(), "the next of todo");
    for (const row of LIFECYCLE.filter(({ from }) => from === state)) {
      const before = required(held.get(state), "what is held");
      if (row.money === "hold") expect(before, `${state} ${row.event} holds twice`).toBe(false);
      if (row.money && ["void", "release", "split"].includes(row.money))
        expect(before, `${state} ${row.event} settles nothing`).toBe(true);
      const after = row.money === "hold" ? true : row.money && !LATER.includes(row.money) ? false : before;
      if (held.has(row.to))
        expect(held.get(row.to), `${row.to} is reached with and without money held`).toBe(after);
      else {
        held.set(row.to, after);
        todo.push(row.to);
      }
      if (isEnd(row.to)) expect(after, `${row.to} ends with money held`).toBe(false);
    }
  }
  expect([...held.keys()].sort()).toEqual([...COLLABORATION_STATES].sort());
});

test("from every running state an end can be reached, without anybody but the system and the operator", () => {
  for (const start of RUNNING_STATES) {
    const seen = new Set<CollaborationState>([start]);
    const todo: CollaborationState[] = [start];
    while (todo.length > 0) {
      const state = required(todo.pop(), "the next of todo");
      for (const row of LIFECYCLE)
        if (
          row.from === state &&
          row.by.some((actor) => actor === "system" || actor === "operator") &&
          !seen.has(row.to)
        ) {
          seen.add(row.to);
          todo.push(row.to);
        }
    }
    expect([...seen].some(isEnd), start).toBe(true);
  }
});

test("the whole fee is released only for a post that passed, or by an operator", () => {
  for (const row of LIFECYCLE.filter(({ money }) => money === "release")) {
    expect(row.by).not.toContain("creator");
    const passed =
      row.guards?.includes("verified") || row.proof?.join() === "passed" || row.event === "pass_verification";
    if (!passed) expect(row.by, `${row.from} ${row.event}`).toEqual(["operator"]);
  }
});

test("money that goes to a creator for anything but a post that passed is an operator's decision", () => {
  for (const row of LIFECYCLE.filter(({ money }) => money === "split" || money === "reimburse"))
    expect(row.by, `${row.from} ${row.event}`).toEqual(["operator"]);
});

test("nothing is sent for a post that nobody has seen within a day", () => {
  for (const row of LIFECYCLE.filter(({ money }) => money && LATER.includes(money)))
    expect(row.look, `${row.from} ${row.event}`).toEqual(["live", "excused", "no_post"]);
});

test("what passed is never left unpaid by the clock alone", () => {
  const states = ["verifying", "in_review", "changes_requested", "rejected", "appealed"] as const;
  for (const from of states)
    for (const due_kind of DUE_KINDS)
      for (const clause of ["checked", "unchecked"] as const)
        for (const silent_side of [null, "brand", "creator"] as const) {
          const facts = {
            ...PLAIN,
            actor: "system",
            proof: "passed",
            due_kind,
            clause,
            silent_side,
          } as const;
          const choice = choose(from, "deadline_elapsed", facts);
          if (choice.kind === "allowed")
            expect(["approved", "appealed", "verifying", "in_review"]).toContain(choice.transition.to);
        }
});

test("wherever somebody has to act, a date says until when", () => {
  /** Where nobody has to: what begins at once, and what Stripe is on its way with. */
  const NO_DATE = ["agreed"];
  for (const row of LIFECYCLE) {
    if (isEnd(row.to) || NO_DATE.includes(row.to) || LATER.includes(row.money ?? "")) continue;
    expect(row.due, `${row.from} ${row.event} -> ${row.to}`).toBeDefined();
  }
});

test("the buttons of a page are what the table allows", () => {
  expect(
    transitionsOpenTo("in_review", {
      ...PLAIN,
      actor: "brand",
      due_kind: "review",
    }),
  ).toEqual(["approve", "request_changes", "reject"]);
  expect(
    transitionsOpenTo("in_review", {
      ...PLAIN,
      actor: "creator",
      due_kind: "review",
    }),
  ).toEqual([]);
});
