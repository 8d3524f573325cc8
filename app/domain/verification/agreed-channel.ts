/** What is known today of the channel that an agreement names: handles change hands, the platform's own id does not. */

import type { creator_channels } from "@/db/schema/creator";
import { sameHandle } from "../creator/handle";
import type { AgreedChannel } from "./facts";
import type { SeenPost } from "./platform";
import { platformFor } from "./platforms";

export type KnownChannel = Pick<
  typeof creator_channels.$inferSelect,
  "platform" | "handle" | "external_id" | "lost_because"
>;

/**
 * Asks the platform only where the post alone does not tell whose it is.
 *
 * @param agreed_handle as in the agreement; the channel's own may be newer
 */
export async function agreedChannel(
  channel: KnownChannel,
  agreed_handle: string,
  post: SeenPost | null,
): Promise<AgreedChannel> {
  const { external_id } = channel;
  const lost = channel.lost_because === "taken_over";
  const known: AgreedChannel = {
    handle: agreed_handle,
    external_id,
    handle_now: { handle: channel.handle, state: lost ? "other_owner" : "unknown" },
  };
  if (lost || !isNeeded(post, known)) return known;
  // By its handle: the question is whose that name is today.
  const seen = await platformFor(channel.platform).fetchChannel({ handle: agreed_handle, external_id: null });
  if (seen.presence !== "found" || !sameHandle(seen.handle, agreed_handle)) return known;
  if (external_id && seen.external_id && seen.external_id !== external_id)
    return { ...known, handle_now: { handle: channel.handle, state: "other_owner" } };
  return {
    handle: agreed_handle,
    // A channel that an operator has verified by eye has no id of the platform yet.
    external_id: external_id ?? seen.external_id,
    handle_now: { handle: channel.handle, state: "same" },
  };
}

/** Only two ids decide by themselves; a name alone may be another's by now, or the channel's new one. */
function isNeeded(post: SeenPost | null, { external_id }: AgreedChannel): boolean {
  if (!post || (!post.author_id && !post.author_handle)) return false;
  return !(post.author_id && external_id);
}
