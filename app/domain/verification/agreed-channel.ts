/** What is known today of the channel that an agreement names: handles change hands, the platform's own id does not. */

import type { creator_channels } from "@/db/schema/creator";
import { sameHandle } from "../creator/handle";
import type { Agreement } from "../offer/terms";
import type { AgreedChannel } from "./facts";
import type { SeenPost } from "./platform";
import { platformFor } from "./platforms";

export type KnownChannel = Pick<
  typeof creator_channels.$inferSelect,
  "platform" | "handle" | "external_id" | "lost_because"
>;

/** Asks the platform only where the post alone does not show whose it is. */
export async function agreedChannel(
  channel: KnownChannel,
  agreed: Pick<Agreement["channel"], "handle" | "external_id">,
  post: SeenPost | null,
): Promise<AgreedChannel> {
  const external_id = agreed.external_id ?? channel.external_id;
  const known: AgreedChannel = {
    handle: agreed.handle,
    external_id,
    current_handle: channel.handle,
    learned_id: null,
    handle_is: channel.lost_because === "taken_over" ? "another" : "unknown",
  };
  if (known.handle_is === "another" || !isNeeded(post, external_id)) return known;
  // By its handle: the question is whose that name is today.
  const seen = await platformFor(channel.platform).fetchChannel({ handle: agreed.handle, external_id: null });
  if (seen.presence !== "found" || !sameHandle(seen.handle, agreed.handle)) return known;
  if (!external_id || !seen.external_id) return { ...known, learned_id: seen.external_id };
  return { ...known, handle_is: seen.external_id === external_id ? "its_own" : "another" };
}

/** Only two ids decide by themselves; a name alone may be another's by now, or the channel's new one. */
function isNeeded(post: SeenPost | null, external_id: string | null): boolean {
  if (!post || (!post.author_id && !post.author_handle)) return false;
  return !(post.author_id && external_id);
}
