/** Whom a collaboration waits for, as its page says it. */

import type { ActorKind } from "@/app/domain/collaboration/vocabulary";
import { isWatched } from "@/app/domain/verification/watched";
import { isHidden } from "./hidden-post";
import type { Page } from "./props";
import { questionOf } from "./watch-question";

/** The first is named to those who are not waited for. */
export function awaitedOf(page: Page): readonly ActorKind[] {
  const { row, outlook } = page;
  if (isHidden(page.submissions[0])) return ["creator"];
  // A post may be put back whether or not an operator is asked to look.
  if (questionOf(page)) return row.due_kind === "removal_cure" ? ["creator", "operator"] : ["operator"];
  // Both sides may still add a statement, but nobody waits for one.
  if (row.due_kind === "decision" || row.due_kind === "operator_decision") return ["operator"];
  // The machine does what it can before an operator is waited for.
  if (row.due_kind === "removal_decision") return ["operator"];
  // The post is what is waited for; whoever took it down may put it back.
  if (row.due_kind === "removal_cure") return ["creator"];
  const by_machine = (row.state === "verifying" || isWatched(row.state)) && !row.needs_operator;
  return outlook.awaited.filter((kind) => kind !== "system" && !(by_machine && kind === "operator"));
}
