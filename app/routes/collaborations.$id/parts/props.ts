/** What every part of the page is given. */
import type { SerializeFrom } from "@remix-run/node";
import type { ActorKind, CollaborationEvent } from "@/app/domain/collaboration/vocabulary";
import type { CollaborationLoader } from "../route";

export type Page = SerializeFrom<CollaborationLoader>["page"];
export type Viewer = Exclude<ActorKind, "system">;
export type PartProps = { page: Page; viewer: Viewer };
export type FormProps = PartProps & { event: CollaborationEvent };
