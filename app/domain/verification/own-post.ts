/** What a person cannot see of a post that they find good: whether it was handed in before. */
import { Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import type { submissions } from "@/db/schema/verification";
import { lockPost, usedElsewhere } from "./claim-post";

/** @throws Refusal `post_unknown` (a short link that nobody could follow) · 409 `post_used_elsewhere` */
export async function requireOwnPost(
  tx: Tx,
  submission: Pick<
    typeof submissions.$inferSelect,
    "id" | "collaboration_id" | "platform" | "post_id" | "created_at"
  >,
): Promise<void> {
  const { platform, post_id } = submission;
  if (!post_id) throw new Refusal("post_unknown");
  await lockPost(tx, { platform, post_id });
  if ((await usedElsewhere(tx, submission, { platform, post_id })) === "yes")
    throw new Refusal("post_used_elsewhere", { status: 409 });
}
