/** What both sides of one collaboration share: who they are, and what has just happened to it. */
import type { CollaborationId } from "@/app/lib/ids";
import type { Random } from "../random";
import type { Brand, Creator } from "./population";

/** A collaboration as the people in it know it. */
export type Deal = { id: CollaborationId; brand: Brand; creator: Creator; random: Random };

export type Transitioned = {
  collaboration_id: CollaborationId;
  event: string;
  from: string | null;
  to: string;
  due_was: string | null;
  due_kind: string | null;
};
