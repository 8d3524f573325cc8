import { describe, expect, test } from "vitest";
import {
  choose,
  LIFECYCLE,
  type Transition,
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
  type DueKind,
  END_STATES,
  EVENTS,
  isEnd,
  RUNNING_STATES,
} from "@/app/domain/collaboration/vocabulary";
import { SAMPLE_MODES, type SampleMode } from "@/app/domain/offer/vocabulary";
import { required } from "@/app/lib/one";

/**
 * The rules once more, written by hand from the design and not from the code: who may do what in which state, and where that leads.
 * `c` creator, `b` brand, `o` operator, `s` system. Conditions: `[mode]`, `{deadline}`, `<silent side>`.
 */
const RULES = `
invited            accept_invitation c -> slot_offered
invited            decline_invitation c -> declined
invited            cancel b -> cancelled
invited            close_offer s -> expired
invited            deadline_elapsed{invitation} s -> expired
applied            offer_slot b -> slot_offered
applied            decline_application b -> declined
applied            withdraw c -> withdrawn
applied            close_offer s -> expired
applied            deadline_elapsed{application} s -> expired
slot_offered       accept_slot c -> agreed
slot_offered       decline_slot c -> declined
slot_offered       extend_slot c -> slot_offered
slot_offered       cancel b -> cancelled
slot_offered       close_offer s -> expired
slot_offered       deadline_elapsed{slot} s -> expired
agreed             begin[none] s -> creating
agreed             begin[purchase] s -> awaiting_sample
agreed             begin[shipped,code] s -> awaiting_sample
agreed             cancel bc -> cancelled
awaiting_sample    ship[shipped] b -> in_transit
awaiting_sample    enter_order[purchase] c -> in_transit
awaiting_sample    issue_code[code] b -> creating
awaiting_sample    cancel bc -> cancelled
awaiting_sample    deadline_elapsed{ship} s -> awaiting_sample
awaiting_sample    deadline_elapsed{ship_grace} s -> awaiting_sample
awaiting_sample    deadline_elapsed{ship_late} s -> cancelled
awaiting_sample    deadline_elapsed{order} s -> cancelled
in_transit         deliver cs -> creating
in_transit         reship[shipped] b -> in_transit
in_transit         cancel b -> cancelled
in_transit         deadline_elapsed{transit} s -> in_transit
in_transit         deadline_elapsed{transit_late} s -> cancelled
creating           submit c -> verifying
creating           report_sample[shipped] c -> awaiting_sample
creating           extend_content c -> creating
creating           return_sample c -> cancelled
creating           cancel b -> cancelled
creating           deadline_elapsed{content} s -> overdue
overdue            submit c -> verifying
overdue            cancel b -> cancelled
overdue            deadline_elapsed{overdue} s -> defaulted
verifying          pass_verification so -> in_review
verifying          fail_verification so -> verifying
verifying          escalate_verification s -> verifying
verifying          submit{cure} c -> verifying
verifying          cancel b -> split
verifying          deadline_elapsed{verification} s -> verifying
verifying          deadline_elapsed{cure} s -> overdue
in_review          approve b -> approved
in_review          request_changes b -> changes_requested
in_review          reject b -> rejected
in_review          deadline_elapsed{review} s -> approved
in_review          escalate_review{review} s -> in_review
changes_requested  submit c -> verifying
changes_requested  cancel b -> approved
changes_requested  appeal c -> appealed
changes_requested  deadline_elapsed{changes} s -> overdue
rejected           appeal c -> appealed
rejected           deadline_elapsed{appeal} s -> refunded
appealed           add_statement bc -> appealed
appealed           uphold_appeal o -> approved
appealed           split_appeal o -> split
appealed           dismiss_appeal o -> refunded
appealed           deadline_elapsed{statements} s -> appealed
appealed           deadline_elapsed{decision}<brand> s -> approved
appealed           escalate_review{decision}<brand> s -> appealed
appealed           deadline_elapsed{decision}<creator> s -> refunded
appealed           deadline_elapsed{decision} s -> appealed
approved           deadline_elapsed{hold} s -> approved
approved           settle_transfer s -> paid
paid               deadline_elapsed{monitoring_start} s -> monitoring
monitoring         escalate_watch s -> monitoring
monitoring         observe_post so -> monitoring
monitoring         report_removal{monitoring} s -> monitoring
monitoring         restore_post{removal_cure} s -> monitoring
monitoring         deadline_elapsed{removal_cure} s -> completed
monitoring         deadline_elapsed{monitoring} s -> completed
paid               claw_back o -> completed
monitoring         claw_back o -> completed
agreed             lose_charge s -> cancelled
awaiting_sample    lose_charge s -> cancelled
in_transit         lose_charge s -> cancelled
creating           lose_charge s -> cancelled
overdue            lose_charge s -> cancelled
verifying          lose_charge s -> cancelled
in_review          lose_charge s -> cancelled
changes_requested  lose_charge s -> cancelled
rejected           lose_charge s -> cancelled
appealed           lose_charge s -> cancelled
approved           lose_charge s -> cancelled
`;

type Rule = {
  from: CollaborationState;
  event: CollaborationEvent;
  modes: SampleMode[] | null;
  during: DueKind | null;
  silent: string | null;
  by: ActorKind[];
  to: CollaborationState;
};

const ACTORS: Record<string, ActorKind> = { c: "creator", b: "brand", o: "operator", s: "system" };

const rules: Rule[] = RULES.trim()
  .split("\n")
  .map((line) => {
    const parts = line.match(/^(\w+)\s+(\w+)(?:\[([\w,]+)\])?(?:\{(\w+)\})?(?:<(\w+)>)? (\w+) -> (\w+)$/);
    if (!parts) throw new Error(`Unreadable rule: ${line}`);
    const [, from, event, modes, during, silent, by, to] = parts;
    return {
      from: from as CollaborationState,
      event: event as CollaborationEvent,
      modes: (modes?.split(",") as SampleMode[]) ?? null,
      during: (during as DueKind) ?? null,
      silent: silent ?? null,
      by: [...required(by, "the by")].map((initial) => required(ACTORS[initial], "an actor of the table")),
      to: to as CollaborationState,
    };
  });

function expected(
  state: CollaborationState,
  event: CollaborationEvent,
  actor: ActorKind,
  mode: SampleMode,
  due: DueKind | null,
  silent: "brand" | "creator" | null,
) {
  return rules.find(
    (rule) =>
      rule.from === state &&
      rule.event === event &&
      rule.by.includes(actor) &&
      (!rule.modes || rule.modes.includes(mode)) &&
      (!rule.during || rule.during === due) &&
      (!rule.silent || rule.silent === silent),
  );
}

describe("every (state, event, actor), under every sample mode, deadline and silence", () => {
  test.each(COLLABORATION_STATES)("%s", (state) => {
    for (const event of EVENTS)
      for (const actor of ACTOR_KINDS)
        for (const sample_mode of SAMPLE_MODES)
          for (const due_kind of [null, ...DUE_KINDS])
            for (const silent_side of [null, "brand", "creator"] as const) {
              const choice = choose(state, event, { actor, sample_mode, due_kind, silent_side });
              const rule = expected(state, event, actor, sample_mode, due_kind, silent_side);
              const seen = choice.kind === "allowed" ? choice.transition.to : "refused";
              expect(
                seen,
                `${state} ${event} by ${actor} (${sample_mode}, ${due_kind}, ${silent_side})`,
              ).toBe(rule?.to ?? "refused");
            }
  });
});

test("an ended collaboration can never move again", () => {
  for (const state of END_STATES) expect(EVENTS.flatMap((event) => transitionsFor(state, event))).toEqual([]);
});

test("a refusal says whether the world moved on or somebody else has to act", () => {
  const facts = { sample_mode: "shipped", due_kind: "review", silent_side: null } as const;
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
      const after = row.money === "hold" ? true : row.money && row.money !== "transfer" ? false : before;
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

test("nobody but the brand, the operator and the clock can release money", () => {
  for (const row of LIFECYCLE.filter(({ money }) => money === "release")) {
    expect(row.by).not.toContain("creator");
    if (!row.by.includes("operator")) expect(row.guards, `${row.from} ${row.event}`).toContain("verified");
  }
});

test("wherever silence would approve, a post that is not verified goes to an operator, and nothing else happens", () => {
  const silences = LIFECYCLE.filter(
    ({ event, guards }) => event === "deadline_elapsed" && guards?.includes("verified"),
  );
  const escalations = LIFECYCLE.filter(({ event }) => event === "escalate_review");
  const when = ({ from, during, silent }: Transition) => ({ from, during, silent });
  expect(silences.length).toBeGreaterThan(1);
  expect(escalations.map(when)).toEqual(silences.map(when));
  for (const { from, during, silent, ...what } of escalations)
    expect(what).toEqual({ event: "escalate_review", by: ["system"], to: from, notify: [] });
});

test("the buttons of a page are what the table allows", () => {
  expect(
    transitionsOpenTo("in_review", {
      actor: "brand",
      sample_mode: "shipped",
      due_kind: "review",
      silent_side: null,
    }),
  ).toEqual(["approve", "request_changes", "reject"]);
  expect(
    transitionsOpenTo("in_review", {
      actor: "creator",
      sample_mode: "shipped",
      due_kind: "review",
      silent_side: null,
    }),
  ).toEqual([]);
});
