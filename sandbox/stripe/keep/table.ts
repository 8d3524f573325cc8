/**
 * One kind of Stripe object, kept in the emulator's store and found by what Stripe lets people filter by. Lists never
 * scan: every filter that grows has an index, and an index keeps its ids in the order of creation.
 */
import { known } from "../../frame/known";
import type { Collection, Store } from "../../frame/store";

/** Whose object it is: the platform's, or a connected account's (`acct_…`, the `Stripe-Account` header). */
export type Scope = string;
export const PLATFORM: Scope = "platform";

type Kept<T> = { scope: Scope; object: T };
type Row<T> = Kept<T> & { position: number; keys: Map<string, string | undefined> };
type KeyOf<T> = (object: T) => string | null | undefined;

export class Table<T extends { id: string }> {
  private readonly rows = new Map<string, Row<T>>();
  private readonly lists = new Map<string, string[]>();
  private readonly collection: Collection<Kept<T>>;
  private next_position = 0;

  constructor(
    store: Store,
    private readonly name: string,
    private readonly indexes: Record<string, KeyOf<T>> = {},
  ) {
    this.collection = store.collection<Kept<T>>(name);
    for (const kept of this.collection.values()) this.place(kept);
  }

  get(id: string): T | undefined {
    return this.rows.get(id)?.object;
  }

  /** @throws Error when there is no such object */
  known(id: string | undefined): T {
    return this.row(id).object;
  }

  /** @throws Error when there is no such object */
  scopeOf(id: string): Scope {
    return this.row(id).scope;
  }

  /** The object when it belongs to `scope`: one account never sees another's. */
  within(scope: Scope, id: string): T | undefined {
    const row = this.rows.get(id);
    return row?.scope === scope ? row.object : undefined;
  }

  insert(scope: Scope, object: T): T {
    const kept = { scope, object };
    this.collection.put(object.id, kept);
    this.place(kept);
    return object;
  }

  /** Keeps the changes made to an object that was read from here. */
  save(object: T): T {
    const row = this.rows.get(object.id);
    if (!row) throw new Error(`${object.id} was never inserted`);
    row.object = object;
    this.collection.put(object.id, { scope: row.scope, object });
    for (const [index, keyOf] of Object.entries(this.indexes)) {
      const key = keyOf(object) ?? undefined;
      const before = row.keys.get(index);
      if (key === before) continue;
      if (before !== undefined) this.removeFrom(listName(row.scope, index, before), row);
      if (key !== undefined) this.addTo(listName(row.scope, index, key), row);
      row.keys.set(index, key);
    }
    return object;
  }

  /** Forgets an object altogether (old events); Stripe's own deletions keep a tombstone instead. */
  forget(id: string): void {
    const row = this.rows.get(id);
    if (!row) return;
    this.removeFrom(listName(row.scope), row);
    for (const [index, key] of row.keys)
      if (key !== undefined) this.removeFrom(listName(row.scope, index, key), row);
    this.rows.delete(id);
    this.collection.delete(id);
  }

  /** Forgets the oldest objects for as long as `isOld` says so. */
  forgetOldest(isOld: (object: T) => boolean): void {
    const touched = new Set<string>();
    for (const [id, row] of this.rows) {
      if (!isOld(row.object)) break;
      touched.add(listName(row.scope));
      for (const [index, key] of row.keys)
        if (key !== undefined) touched.add(listName(row.scope, index, key));
      this.rows.delete(id);
      this.collection.delete(id);
    }
    for (const name of touched) {
      const left = (this.lists.get(name) ?? []).filter((id) => this.rows.has(id));
      if (left.length > 0) this.lists.set(name, left);
      else this.lists.delete(name);
    }
  }

  /** Ids in order of creation, of a whole scope or of those whose indexed key is `key`. Not to be changed. */
  ids(scope: Scope, index?: string, key?: string): readonly string[] {
    return this.lists.get(listName(scope, index, key)) ?? [];
  }

  /** The objects of `ids`, oldest first. */
  all(scope: Scope, index?: string, key?: string): T[] {
    return this.ids(scope, index, key).map((id) => this.known(id));
  }

  /** Where `id` stands in a list of ids that came from here; the place where it would stand when it is not in it. */
  indexIn(ids: readonly string[], id: string): number | undefined {
    const row = this.rows.get(id);
    return row && this.search(ids, row.position);
  }

  get size(): number {
    return this.rows.size;
  }

  /** The newest objects of every scope that `where` takes, newest first. */
  newest(limit: number, where: (object: T) => boolean = () => true): T[] {
    const found: T[] = [];
    for (const { object } of [...this.rows.values()].reverse()) {
      if (found.length === limit) break;
      if (where(object)) found.push(object);
    }
    return found;
  }

  /** Every object of every scope, oldest first; for start-up only. */
  *everything(): Generator<T> {
    for (const row of this.rows.values()) yield row.object;
  }

  private place(kept: Kept<T>): void {
    const row: Row<T> = { ...kept, position: this.next_position++, keys: new Map() };
    this.rows.set(kept.object.id, row);
    this.addTo(listName(kept.scope), row);
    for (const [index, keyOf] of Object.entries(this.indexes)) {
      const key = keyOf(kept.object) ?? undefined;
      row.keys.set(index, key);
      if (key !== undefined) this.addTo(listName(kept.scope, index, key), row);
    }
  }

  private addTo(name: string, row: Row<T>): void {
    const ids = this.lists.get(name);
    if (!ids) this.lists.set(name, [row.object.id]);
    else if (this.positionOf(ids.at(-1)) < row.position) ids.push(row.object.id);
    else ids.splice(this.search(ids, row.position), 0, row.object.id);
  }

  private removeFrom(name: string, row: Row<T>): void {
    const ids = this.lists.get(name);
    if (!ids) return;
    if (ids[0] === row.object.id) ids.shift();
    else ids.splice(this.search(ids, row.position), 1);
    if (ids.length === 0) this.lists.delete(name);
  }

  private positionOf(id: string | undefined): number {
    return this.row(id).position;
  }

  private row(id: string | undefined): Row<T> {
    return known(this.rows.get(id ?? ""), `${id ?? "an object"} of ${this.name}`);
  }

  private search(ids: readonly string[], position: number): number {
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.positionOf(ids[middle]) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function listName(scope: Scope, index?: string, key?: string): string {
  return index === undefined ? scope : `${scope}\n${index}\n${key}`;
}
