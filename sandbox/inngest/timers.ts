/** What is due later, under names, so that it can be called off together with the run or the group it belongs to. */
import type { SandboxClock } from "../frame/clock";

export class Timers {
  private readonly groups = new Map<string, Map<string, () => void>>();

  constructor(private readonly clock: SandboxClock) {}

  /** Runs `run` at `due_ms`; one that is set again under the same names replaces the first. */
  set(group: string, name: string, due_ms: number, label: string, run: () => void): void {
    this.clear(group, name);
    const cancel = this.clock.at(
      new Date(due_ms),
      () => {
        this.groups.get(group)?.delete(name);
        run();
      },
      label,
    );
    const names = this.groups.get(group) ?? new Map<string, () => void>();
    this.groups.set(group, names.set(name, cancel));
  }

  clear(group: string, name: string): void {
    const names = this.groups.get(group);
    names?.get(name)?.();
    names?.delete(name);
  }

  clearGroup(group: string): void {
    for (const cancel of this.groups.get(group)?.values() ?? []) cancel();
    this.groups.delete(group);
  }
}
