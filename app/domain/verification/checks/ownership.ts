/** Was it posted on the channel that the agreement names? */
import type { CheckResult } from "../check";
import { type Facts, result } from "../facts";

export function checkOwnership({ post, channel }: Facts): CheckResult {
  const params = { channel: channel.handle };
  if (!post || (!post.author_id && !post.author_handle))
    return result("ownership", "undecided", "author_unknown", params);
  if (post.author_id && channel.external_id)
    return post.author_id === channel.external_id
      ? result("ownership", "passed", "own_channel", params)
      : result("ownership", "failed", "other_channel", params);
  if (post.author_handle)
    return sameHandle(post.author_handle, channel.handle)
      ? result("ownership", "passed", "own_channel", params)
      : result("ownership", "failed", "other_channel", params);
  return result("ownership", "undecided", "author_unknown", params);
}

function sameHandle(a: string, b: string): boolean {
  const bare = (handle: string) => handle.replace(/^@/, "").toLowerCase();
  return bare(a) === bare(b);
}
