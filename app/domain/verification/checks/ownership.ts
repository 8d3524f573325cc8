/** Was it posted on the channel that the agreement names? */

import { sameHandle } from "../../creator/handle";
import type { CheckResult } from "../check";
import { type Facts, result } from "../facts";

export function checkOwnership({ post, channel }: Facts): CheckResult {
  const { handle, external_id, handle_now } = channel;
  const params = { channel: handle };
  const passed = () => result("ownership", "passed", "own_channel", params);
  const failed = () => result("ownership", "failed", "other_channel", params);
  // The platform's own id is the channel's identity: names change hands.
  if (post?.author_id && external_id) return post.author_id === external_id ? passed() : failed();
  if (!post?.author_handle) return result("ownership", "undecided", "author_unknown", params);
  const { author_handle, coauthor_handles } = post;
  if ([handle, handle_now.handle].some((name) => name !== null && sameHandle(author_handle, name)))
    return handle_now.state === "other_owner" ? failed() : passed();
  if (coauthor_handles.some((name) => sameHandle(name, handle)))
    return result("ownership", "undecided", "coauthored", { ...params, author: author_handle });
  // Under another name. A channel that still has its own name posted elsewhere; one that has lost it may have been renamed.
  if (handle_now.state === "same") return failed();
  return result("ownership", "undecided", "author_renamed", { ...params, author: author_handle });
}
