/** The fault switches that are on, and how often each kind has struck. */
import type { Collection, Store } from "../../frame/store";
import { type Fault, type FaultKind, type FaultMatch, isFaultKind } from "./kinds";

export type Subject = { method?: string; path?: string; type?: string };

export class BadFault extends Error {}

export class Faults {
  private readonly armed: Collection<Fault>;
  private readonly counts: Collection<{ count: number }>;
  private next_id: number;

  constructor(store: Store) {
    this.armed = store.collection<Fault>("faults");
    this.counts = store.collection<{ count: number }>("fault_counts");
    this.next_id = 1 + Math.max(0, ...this.armed.values().map((fault) => Number(fault.id.slice(6))));
  }

  /** Switches a fault on. @throws BadFault that says what is wrong with `input` */
  arm(input: unknown): Fault {
    const fault = { ...readFault(input), id: `fault_${this.next_id++}` };
    return this.armed.put(fault.id, fault);
  }

  /** The first switch of one of `kinds` that matches, counted as having struck; undefined when nothing is to fail. */
  strike(kinds: readonly FaultKind[], subject: Subject = {}): Fault | undefined {
    if (this.armed.size === 0) return undefined;
    const fault = this.armed.values().find((one) => kinds.includes(one.kind) && matches(one.match, subject));
    if (!fault) return undefined;
    const before = this.counts.get(fault.kind)?.count ?? 0;
    this.counts.put(fault.kind, { count: before + 1 });
    if (fault.times !== undefined && fault.times <= 1) this.armed.delete(fault.id);
    else if (fault.times !== undefined) this.armed.put(fault.id, { ...fault, times: fault.times - 1 });
    return fault;
  }

  state(): { active: Fault[]; injected: Partial<Record<FaultKind, number>> } {
    const injected: Partial<Record<FaultKind, number>> = {};
    for (const [kind, { count }] of this.counts.entries()) injected[kind as FaultKind] = count;
    return { active: this.armed.values(), injected };
  }

  /** Switches one fault off, or all of them; the counts stay. */
  clear(id?: string): void {
    for (const fault of this.armed.values()) if (!id || fault.id === id) this.armed.delete(fault.id);
  }

  clearCounts(): void {
    for (const [kind] of [...this.counts.entries()]) this.counts.delete(kind);
  }
}

function readFault(input: unknown): Omit<Fault, "id"> {
  const given = (typeof input === "object" && input !== null ? input : {}) as Record<string, unknown>;
  if (!isFaultKind(given.kind))
    throw new BadFault(`there is no fault of the kind ${JSON.stringify(given.kind)}`);
  const count = (name: "times" | "ms") => {
    const value = given[name];
    if (value === undefined || value === null || value === "") return undefined;
    if (!Number.isInteger(Number(value)) || Number(value) < (name === "times" ? 1 : 0))
      throw new BadFault(`${name} has to be a whole number`);
    return Number(value);
  };
  return { kind: given.kind, times: count("times"), ms: count("ms"), match: readMatch(given.match) };
}

function readMatch(given: unknown): FaultMatch | undefined {
  if (given === undefined || given === null) return undefined;
  if (typeof given === "string") return readMatchText(given.trim());
  const match: FaultMatch = {};
  for (const name of ["method", "path", "type"] as const) {
    const value = (given as Record<string, unknown>)[name];
    if (typeof value === "string" && value) match[name] = value;
  }
  return match;
}

/** `POST /v1/transfers`, `/v1/accounts/*` or `account.updated`. */
function readMatchText(text: string): FaultMatch {
  const slash = text.indexOf("/");
  if (slash < 0) return { type: text };
  return { method: text.slice(0, slash).trim() || undefined, path: text.slice(slash) };
}

function matches(match: FaultMatch | undefined, subject: Subject): boolean {
  if (!match) return true;
  if (match.method && match.method.toUpperCase() !== subject.method) return false;
  return fits(match.path, subject.path) && fits(match.type, subject.type);
}

function fits(pattern: string | undefined, text: string | undefined): boolean {
  if (!pattern) return true;
  if (text === undefined) return false;
  const expression = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${expression.join(".*")}$`).test(text);
}
