/**
 * `expand[]`: a path of field names, and for each object the fields that may be expanded and what stands behind them.
 * Objects are kept with ids; expanding makes copies and leaves what is kept alone.
 */
import type { World } from "../world";
import { invalid } from "./refusal";

type Plain = Record<string, unknown>;
type Behind = (world: World, value: unknown, owner: Plain) => object | undefined;
export type Expandables = Record<string, Record<string, Behind>>;

const DEEPEST = 4;

/** @throws StripeRefusal for a path that cannot be expanded or is more than four deep */
export function expandAll(
  world: World,
  object: object,
  paths: string[] | undefined,
  expandables: Expandables,
): object {
  let expanded: unknown = object;
  for (const path of paths ?? []) {
    const parts = path.split(".");
    if (parts.length > DEEPEST + (parts[0] === "data" ? 1 : 0))
      throw invalid(`You cannot expand more than ${DEEPEST} levels of a property. Property: ${path}`, {
        param: "expand",
      });
    expanded = expandPath(world, expanded, parts, path, expandables);
  }
  return expanded as object;
}

function expandPath(
  world: World,
  value: unknown,
  parts: string[],
  path: string,
  expandables: Expandables,
): unknown {
  if (parts.length === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => expandPath(world, item, parts, path, expandables));
  const [field, ...rest] = parts as [string, ...string[]];
  const owner = value as Plain;
  const behind = expandables[String(owner.object)]?.[field];
  if (!behind && (typeof owner[field] !== "object" || owner[field] === null)) {
    if (rest.length > 0 && owner[field] === null) return value;
    throw invalid(`This property cannot be expanded (${path}).`, { param: "expand" });
  }
  const found =
    typeof owner[field] === "object" && owner[field] !== null
      ? owner[field]
      : behind?.(world, owner[field], owner);
  const inner = found === undefined ? owner[field] : expandPath(world, found, rest, path, expandables);
  return { ...owner, [field]: inner };
}
