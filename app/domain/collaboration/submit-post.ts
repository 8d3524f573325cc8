/** The creator hands in the URL of the post. */

import { eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import { type CollaborationId, newId, type SubmissionId } from "@/app/lib/ids";
import { Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { agreements } from "@/db/schema/collaboration";
import { creator_channels } from "@/db/schema/creator";
import { submissions } from "@/db/schema/verification";
import type { CreatorActor } from "../actor";
import { sameHandle } from "../creator/handle";
import { emit } from "../outbox/emit";
import { recordStrike } from "../standing/record-strike";
import { canonicalise } from "../verification/canonical-url";
import type { CanonicalPost } from "../verification/link";
import type { Collaboration } from "./lock";
import { readLatestSubmission } from "./queries/latest-submission";
import { transition } from "./transition";

export type PostSubmission = { collaboration_id: CollaborationId; url: string; expected_version?: number };

/** An address that names a channel other than the agreed one is somebody else's post, or a slip: either is told at once. */
async function refuseOtherChannel(
  tx: Tx,
  row: Pick<Collaboration, "id" | "channel_id">,
  { handle }: CanonicalPost,
): Promise<void> {
  if (!handle || !row.channel_id) return;
  const [agreed] = await tx
    .select({ terms: agreements.terms, now: creator_channels.handle, former: creator_channels.former_handle })
    .from(agreements)
    .innerJoin(creator_channels, eq(creator_channels.id, row.channel_id))
    .where(eq(agreements.collaboration_id, row.id));
  if (!agreed) return;
  const names = [agreed.terms.channel.handle, agreed.now, agreed.former];
  if (names.some((name) => name !== null && sameHandle(name, handle))) return;
  throw new Refusal("url_other_channel", { params: { found: handle, channel: agreed.now } });
}

const VERY_LATE_MS = 72 * 3_600_000;

/**
 * @returns the submission's id
 * @throws Refusal `url_<reason>` when the text is no post of a known platform · `url_wrong_platform` · `url_other_channel` · `stale_state`
 */
export async function submitPost(tx: Tx, actor: CreatorActor, input: PostSubmission): Promise<SubmissionId> {
  const post = canonicalise(input.url);
  if ("refused" in post) throw new Refusal(`url_${post.refused}`);
  const platform = "needs_resolving" in post ? post.needs_resolving : post.platform;
  const { collaboration_id, expected_version } = input;
  const row = await transition(tx, actor, {
    collaboration_id,
    event: "submit",
    expected_version,
    data: { url: input.url.trim() },
  });
  if (platform !== row.platform)
    throw new Refusal("url_wrong_platform", { params: { platform: row.platform } });
  if ("post_id" in post) await refuseOtherChannel(tx, row, post);

  const last = await readLatestSubmission(tx, row.id);
  const id = newId("submission");
  await tx.insert(submissions).values({
    id,
    collaboration_id: row.id,
    round: (last?.round ?? 0) + 1,
    // What was read of the text that a person pasted: an operator opens it.
    url: "canonical_url" in post ? post.canonical_url : post.url,
    platform,
    canonical_url: "canonical_url" in post ? post.canonical_url : null,
    post_id: "post_id" in post ? post.post_id : null,
  });
  await emit(tx, "verification/requested", { submission_id: id, collaboration_id: row.id });
  // Only the first one can be late: for the others there is a deadline of their own.
  if (!last && row.content_due_at && now().getTime() - row.content_due_at.getTime() > VERY_LATE_MS)
    await recordStrike(tx, {
      subject_kind: "creator",
      subject_id: row.creator_id,
      kind: "very_late",
      collaboration_id: row.id,
    });
  return id;
}
