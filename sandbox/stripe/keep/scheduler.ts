/**
 * What this emulator will do later, in order: settle money, pay out, expire sessions, deliver again. A heap with one
 * alarm on the sandbox's clock for its earliest entry, so that a hundred thousand pending charges cost the clock nothing.
 * Nothing here is stored: each resource arms its entries again from its own objects when the emulator comes back.
 */
import type { SandboxClock } from "../../frame/clock";
import { known } from "../../frame/known";

type Entry = { due_ms: number; order: number; run: () => void; wanted: () => boolean };

export class Scheduler {
  private readonly heap: Entry[] = [];
  private order = 0;
  private armed: { due_ms: number; cancel: () => void } | undefined;

  constructor(private readonly clock: SandboxClock) {}

  /**
   * Runs `run` once the clock has reached `due_ms` (epoch milliseconds), if `wanted` still says so then. An entry that is
   * not wanted any more (the expiry of a session that was paid) is dropped without making the clock stop for it.
   */
  at(due_ms: number, run: () => void, wanted: () => boolean = () => true): void {
    this.heap.push({ due_ms, order: this.order++, run, wanted });
    this.rise(this.heap.length - 1);
    this.arm();
  }

  /**
   * Does everything that is due by now. Also called before each request, so that no answer shows a stale world, and after
   * it, so that the clock waits for the right thing.
   */
  catchUp(): void {
    const now_ms = this.clock.now().getTime();
    for (let head = this.heap[0]; head && head.due_ms <= now_ms; head = this.heap[0]) {
      this.removeHead();
      if (head.wanted()) head.run();
    }
    this.arm();
  }

  close(): void {
    this.armed?.cancel();
    this.heap.length = 0;
  }

  private arm(): void {
    while (this.heap[0] && !this.heap[0].wanted()) this.removeHead();
    const due_ms = this.heap[0]?.due_ms;
    if (due_ms === this.armed?.due_ms) return;
    this.armed?.cancel();
    this.armed = undefined;
    if (due_ms === undefined) return;
    const cancel = this.clock.at(new Date(due_ms), () => {
      this.armed = undefined;
      this.catchUp();
    });
    this.armed = { due_ms, cancel };
  }

  private removeHead(): void {
    const last = this.heap.pop();
    if (!last || this.heap.length === 0) return;
    this.heap[0] = last;
    this.sink(0);
  }

  private before(a: number, b: number): boolean {
    const [first, second] = [this.entry(a), this.entry(b)];
    return first.due_ms < second.due_ms || (first.due_ms === second.due_ms && first.order < second.order);
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.entry(b), this.entry(a)];
  }

  private entry(index: number): Entry {
    return known(this.heap[index], `entry ${index} of the schedule`);
  }

  private rise(index: number): void {
    let child = index;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.before(child, parent)) return;
      this.swap(child, parent);
      child = parent;
    }
  }

  private sink(index: number): void {
    let parent = index;
    for (;;) {
      let min = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2])
        if (child < this.heap.length && this.before(child, min)) min = child;
      if (min === parent) return;
      this.swap(min, parent);
      parent = min;
    }
  }
}
