/**
 * What an emulator remembers. A journal of JSON lines: each change is appended at once, so that an emulator killed at any
 * moment comes back with everything it had answered for. Opening, and now and then a long life, rewrites the journal to
 * what still counts.
 * Without a path everything stays in memory (tests and the simulator).
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

type Line = { c: string; id: string; v?: unknown };

export class Collection<T> {
  private readonly rows = new Map<string, T>();

  constructor(
    private readonly name: string,
    private readonly journal: (line: Line) => void,
  ) {}

  get(id: string): T | undefined {
    return this.rows.get(id);
  }

  /** Stores `value` (plain JSON) under `id`. Call it again after changing an object that was read from here. */
  put(id: string, value: T): T {
    this.rows.set(id, value);
    this.journal({ c: this.name, id, v: value });
    return value;
  }

  delete(id: string): void {
    if (this.rows.delete(id)) this.journal({ c: this.name, id });
  }

  /** All values in the order in which they were first put. */
  values(): T[] {
    return [...this.rows.values()];
  }

  get size(): number {
    return this.rows.size;
  }

  /** @internal replays one journal line without writing it again */
  replay(id: string, value: T | undefined): void {
    if (value === undefined) this.rows.delete(id);
    else this.rows.set(id, value);
  }

  /** @internal */
  entries(): IterableIterator<[string, T]> {
    return this.rows.entries();
  }
}

/** The journal is rewritten when it has this many lines and most of them count no longer. */
const LONG_JOURNAL = 20_000;

export class Store {
  private readonly collections = new Map<string, Collection<unknown>>();
  private lines = 0;

  constructor(private readonly path?: string) {
    if (!path) return;
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) return;
    for (const text of readFileSync(path, "utf8").split("\n")) {
      if (!text) continue;
      try {
        const line = JSON.parse(text) as Line;
        this.collection(line.c).replay(line.id, line.v);
      } catch {
        // Only the last line can be torn (killed while writing); nothing had been answered for it yet.
      }
    }
    this.compact(path);
  }

  collection<T>(name: string): Collection<T> {
    const known = this.collections.get(name);
    if (known) return known as Collection<T>;
    const made = new Collection<T>(name, (line) => this.write(line));
    this.collections.set(name, made as Collection<unknown>);
    return made;
  }

  private write(line: Line): void {
    if (!this.path) return;
    appendFileSync(this.path, `${JSON.stringify(line)}\n`);
    if (++this.lines < LONG_JOURNAL) return;
    let live = 0;
    for (const collection of this.collections.values()) live += collection.size;
    if (this.lines > live * 4) this.compact(this.path);
  }

  private compact(path: string): void {
    const lines: string[] = [];
    for (const [c, collection] of this.collections)
      for (const [id, v] of collection.entries()) lines.push(JSON.stringify({ c, id, v }));
    writeFileSync(`${path}.next`, lines.length ? `${lines.join("\n")}\n` : "");
    renameSync(`${path}.next`, path);
    this.lines = lines.length;
  }
}

/** Opens the memory of one emulator; `folder` undefined keeps it in this process only. */
export function openStore(folder: string | undefined, name: string): Store {
  return new Store(folder ? `${folder}/${name}.jsonl` : undefined);
}
