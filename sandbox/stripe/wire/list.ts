/** Cursor lists, newest first: `limit`, `starting_after`, `ending_before` and `created` filters. */
import type Stripe from "stripe";
import { known } from "../../frame/known";
import type { Scope, Table } from "../keep/table";
import { invalid, missing } from "./refusal";

export type PageParams = {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
  created?: number | Stripe.RangeQueryParam;
};

export type Listing<T> = {
  table: Table<T & { id: string }>;
  scope: Scope;
  /** The indexed filter that narrows most; undefined lists the whole scope. */
  by?: [index: string, key: string];
  /** Whatever the index does not say already. */
  where?: (object: T) => boolean;
  url: string;
  thing: string;
};

/** @throws StripeRefusal for a limit outside 1…100 and for a cursor that names nothing */
export function listPage<T extends { id: string; created?: number }>(
  listing: Listing<T>,
  params: PageParams,
): Stripe.ApiList<T> {
  const limit = params.limit ?? 10;
  if (limit < 1) throw tooSmall(limit);
  if (limit > 100)
    throw invalid(`This value must be less than or equal to 100.`, {
      code: "parameter_invalid_integer",
      param: "limit",
    });
  const { table, scope, by } = listing;
  const ids = by ? table.ids(scope, by[0], by[1]) : table.ids(scope);
  const place = (id: string, param: string) => {
    if (!table.within(scope, id)) throw missing(listing.thing, id, param);
    return known(table.indexIn(ids, id), `the place of ${id} in its list`);
  };
  if (params.ending_before !== undefined)
    return newer(listing, params, ids, place(params.ending_before, "ending_before") + 1, limit);
  const start =
    params.starting_after === undefined ? ids.length - 1 : place(params.starting_after, "starting_after") - 1;
  const data: T[] = [];
  let has_more = false;
  for (let index = start; index >= 0; index--) {
    const object = table.known(ids[index]);
    if (isBefore(object.created, params.created)) break; // older ones follow only
    if (!fits(listing, object, params)) continue;
    if (data.length === limit) {
      has_more = true;
      break;
    }
    data.push(object);
  }
  return { object: "list", data, has_more, url: listing.url };
}

function newer<T extends { id: string; created?: number }>(
  listing: Listing<T>,
  params: PageParams,
  ids: readonly string[],
  start: number,
  limit: number,
): Stripe.ApiList<T> {
  const data: T[] = [];
  let has_more = false;
  for (let index = start; index < ids.length; index++) {
    const object = listing.table.known(ids[index]);
    if (isBefore(object.created, params.created) || !fits(listing, object, params)) continue;
    if (data.length === limit) {
      has_more = true;
      break;
    }
    data.push(object);
  }
  return { object: "list", data: data.reverse(), has_more, url: listing.url };
}

function fits<T extends { created?: number }>(listing: Listing<T>, object: T, params: PageParams): boolean {
  const { created } = params;
  const at = object.created ?? 0;
  if (typeof created === "number" && at !== created) return false;
  if (typeof created === "object") {
    if (created.lt !== undefined && at >= created.lt) return false;
    if (created.lte !== undefined && at > created.lte) return false;
  }
  return listing.where?.(object) ?? true;
}

function isBefore(at_s: number | undefined, created: PageParams["created"]): boolean {
  if (created === undefined) return false;
  const at = at_s ?? 0;
  if (typeof created === "number") return at < created;
  return (created.gte !== undefined && at < created.gte) || (created.gt !== undefined && at <= created.gt);
}

function tooSmall(limit: number) {
  return invalid(`This value must be greater than or equal to 1 (it currently is '${limit}').`, {
    code: "parameter_invalid_integer",
    param: "limit",
  });
}
