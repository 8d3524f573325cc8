/** Was it posted on the channel that the agreement names? */

import { sameHandle } from "../../creator/handle";
import type { CheckResult } from "../check";
import { type Facts, result } from "../facts";

export function checkOwnership({ post, channel }: Facts): CheckResult {
  const { handle, external_id, current_handle, learned_id, handle_is } = channel;
  const params = { channel: handle };
  const renamed = !sameHandle(handle, current_handle);
  const passed = () =>
    renamed
      ? result("ownership", "passed", "own_channel_renamed", { channel: current_handle, agreed: handle })
      : result("ownership", "passed", "own_channel", params);
  const failed = () => result("ownership", "failed", "other_channel", params);
  // The platform's own id is the channel's identity: names change hands.
  if (post?.author_id && external_id) return post.author_id === external_id ? passed() : failed();
  if (post?.author_id && post.author_id === learned_id) return passed();
  if (!post?.author_handle) return result("ownership", "undecided", "author_unknown", params);
  const { author_handle, coauthor_handles } = post;
  const named = { ...params, author: author_handle };
  const perhapsRenamed = () => result("ownership", "undecided", "author_renamed", named);
  // Under the name that the channel has now, whoever may have its old one.
  if (renamed && sameHandle(author_handle, current_handle)) return passed();
  if (sameHandle(author_handle, handle)) {
    if (handle_is === "another") return failed();
    return renamed && handle_is === "unknown" ? perhapsRenamed() : passed();
  }
  if (coauthor_handles.some((name) => sameHandle(name, handle) || sameHandle(name, current_handle)))
    return result("ownership", "undecided", "coauthored", named);
  // Under another name: a channel that still has its own posted elsewhere; any other may have been renamed.
  return handle_is === "its_own" ? failed() : perhapsRenamed();
}
