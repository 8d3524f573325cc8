/** How demo creators and brands worked together, through the same commands that people use. */

import { and, desc, eq } from "drizzle-orm";
import { type OperatorActor, SYSTEM } from "@/app/domain/actor";
import { acceptSlot } from "@/app/domain/collaboration/accept-slot";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { decideSubmission } from "@/app/domain/collaboration/decide-submission";
import { expireDeadline } from "@/app/domain/collaboration/expire-deadline";
import { inviteCreator } from "@/app/domain/collaboration/invite-creator";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { observeAsOperator } from "@/app/domain/collaboration/record-presence";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { enterOrder, issueCode, shipSample } from "@/app/domain/collaboration/ship-sample";
import { submitPost } from "@/app/domain/collaboration/submit-post";
import { trackParcel } from "@/app/domain/collaboration/track-parcel";
import { verifySubmission } from "@/app/domain/verification/verify-submission";
import type { ReviewDecision } from "@/app/domain/verification/vocabulary";
import { observePaidPost } from "@/app/domain/verification/watch-post";
import { now } from "@/app/lib/clock";
import type { CollaborationId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import type { Tx } from "@/db/client";
import { db } from "@/db/client";
import { collaborations, parcels } from "@/db/schema/collaboration";
import { transact } from "@/db/transact";
import { captionFor, PITCHES, plainPostUrl, titleFor } from "./copy";
import type { Course } from "./courses";
import type { Dice } from "./dice";
import { sendOpenMovements } from "./movements";
import type { LiveOffer } from "./offer-stories";
import type { Pace } from "./offers";
import { publishPost } from "./outside";
import type { SeededChannel, SeededCreator } from "./people";
import { inDays, type Story } from "./timeline";

export type Cooperation = LiveOffer & {
  creator: SeededCreator;
  channel: SeededChannel;
  operator: OperatorActor;
  course: Course;
  pace: Pace;
  dice: Dice;
  invited?: boolean;
};

export async function* collaborationStory(told: Cooperation): Story {
  const { dice, course, pace } = told;
  const id = await begin(told);
  if (course === "wait") return yield* untilDue(id);
  yield inDays(pace.choose ?? dice.between(0.4, 2.4));
  if (told.invited) await transact((tx) => act(tx, told, id, "creator", "accept_invitation"));
  else if (course === "decline") {
    await transact((tx) => act(tx, told, id, "brand", "decline_application"));
    return;
  } else if (course === "withdraw") {
    await transact((tx) => act(tx, told, id, "creator", "withdraw"));
    return;
  } else await transact((tx) => act(tx, told, id, "brand", "offer_slot"));
  yield inDays(pace.accept ?? dice.between(0.1, 1.4));
  await transact((tx) => acceptSlot(tx, told.creator.actor, { collaboration_id: id }));
  yield* sample(told, id);
  if (course === "ghost") {
    yield* untilDue(id);
    yield* untilDue(id);
    return;
  }
  yield inDays(pace.create ?? dice.between(3, 10));
  yield* proof(told, id, course === "cure");
  if (!(await isIn(id, "in_review"))) return;
  yield* review(told, id);
  if (!(await isIn(id, "approved"))) return;
  yield* pay(told, id);
}

function act(
  tx: Tx,
  told: Cooperation,
  collaboration_id: CollaborationId,
  side: "brand" | "creator",
  event: Parameters<typeof makeTransition>[2]["event"],
  note?: string,
) {
  return makeTransition(tx, side === "brand" ? told.brand.actor : told.creator.actor, {
    collaboration_id,
    event,
    note,
  });
}

async function begin({
  offer,
  brand,
  creator,
  channel,
  dice,
  invited,
}: Cooperation): Promise<CollaborationId> {
  if (invited) {
    const message = `Hello ${creator.display_name.split(" ")[0]}, your last videos are exactly the light we had in mind. Would you like a slot?`;
    const row = await transact((tx) =>
      inviteCreator(tx, brand.actor, { offer_id: offer.id, creator_id: creator.actor.creator_id, message }),
    );
    return row.id;
  }
  const row = await transact((tx) =>
    applyToOffer(tx, creator.actor, {
      offer_id: offer.id,
      channel_id: channel.id,
      pitch: dice.pick(PITCHES),
    }),
  );
  return row.id;
}

/** The sample reaches the creator, in the way the offer says. */
async function* sample(told: Cooperation, collaboration_id: CollaborationId): Story {
  const { demo, dice, pace, brand, creator } = told;
  if (demo.sample_mode === "none") return;
  yield inDays(pace.ship ?? dice.between(0.3, 1.6));
  if (demo.sample_mode === "code") {
    await transact((tx) => issueCode(tx, brand.actor, { collaboration_id, code: "REFILL-POSTBOND" }));
    return;
  }
  if (demo.sample_mode === "purchase") {
    const order_number = `11${dice.int(1, 9)}-${dice.int(1_000_000, 9_999_999)}-${dice.int(1_000_000, 9_999_999)}`;
    const paid_minor = demo.retail_value_minor + dice.int(0, 799);
    await transact((tx) => enterOrder(tx, creator.actor, { collaboration_id, order_number, paid_minor }));
    yield inDays(pace.travel ?? dice.between(1.5, 4));
    await transact((tx) => act(tx, told, collaboration_id, "creator", "deliver"));
    return;
  }
  const carrier = brand.country === "CN" ? "YunExpress" : dice.pick(["USPS", "UPS"] as const);
  const tracking_code = `${carrier === "UPS" ? "1Z" : carrier === "USPS" ? "9400" : "YT"}${dice.int(10 ** 11, 10 ** 12 - 1)}`;
  await transact((tx) => shipSample(tx, brand.actor, { collaboration_id, carrier, tracking_code }));
  yield inDays(pace.travel ?? dice.between(2, 6));
  await deliverParcel(collaboration_id);
}

async function deliverParcel(collaboration_id: CollaborationId): Promise<void> {
  const parcel = one(
    await db.select().from(parcels).where(eq(parcels.collaboration_id, collaboration_id)),
    `the parcel of ${collaboration_id}`,
  );
  const at = now();
  const earlier = (hours: number) => new Date(at.getTime() - hours * 3_600_000).toISOString();
  await transact((tx) =>
    trackParcel(tx, {
      tracking_code: parcel.tracking_code,
      carrier: parcel.carrier,
      tracker_id: `trk_demo_${parcel.tracking_code.toLowerCase()}`,
      status: "delivered",
      at,
      history: [
        { status: "pre_transit", at: earlier(46), message: "Label created" },
        { status: "in_transit", at: earlier(30), message: "Accepted at the sorting centre" },
        { status: "out_for_delivery", at: earlier(5), message: "Out for delivery" },
        { status: "delivered", at: at.toISOString(), message: "Delivered, left at the door" },
      ],
    }),
  );
}

/** The creator posts and hands the address in; the machine looks, and an operator where it cannot see. */
async function* proof(told: Cooperation, collaboration_id: CollaborationId, weak = false): Story {
  const { channel, creator } = told;
  const url = await publishPost({
    platform: channel.platform,
    handle: channel.handle,
    title: titleFor(told),
    caption: captionFor(told, weak ? "#partner" : "#ad"),
    published_at: now(),
  });
  yield inDays(0.02);
  const submission_id = await transact((tx) =>
    submitPost(tx, creator.actor, { collaboration_id, url: url ?? plainPostUrl(channel, collaboration_id) }),
  );
  yield inDays(0.002);
  const look = await verifySubmission(submission_id);
  const { verdict, failed_checks } = look;
  await transact((tx) => decideSubmission(tx, SYSTEM, { submission_id, verdict, failed_checks }));
  if (verdict === "failed") {
    yield inDays(0.8);
    yield* proof(told, collaboration_id);
  }
  if (verdict === "undecided") {
    yield inDays(1.6);
    const note =
      "Looked at the post in the browser: live, on the creator's own page, disclosed in the first line.";
    await transact((tx) =>
      decideSubmission(tx, told.operator, { submission_id, verdict: "passed", presence: "live", note }),
    );
  }
}

async function* review(told: Cooperation, collaboration_id: CollaborationId): Story {
  const { brand, course, pace, dice } = told;
  if (course === "silence") {
    yield* untilDue(collaboration_id);
    return;
  }
  yield inDays(pace.review ?? dice.between(0.5, 4.5));
  const decide = (decision: ReviewDecision, note?: string) =>
    transact((tx) =>
      reviewSubmission(tx, brand.actor, {
        collaboration_id,
        decision,
        ...(note ? { clause: "must_show:0", note } : {}),
      }),
    );
  if (course === "changes") {
    await decide(
      "request_changes",
      `The post is lovely, but we cannot see this yet: ${told.demo.brief.must_show[0]}.`,
    );
    yield inDays(dice.between(1, 3.5));
    yield* proof(told, collaboration_id);
    yield inDays(dice.between(0.5, 2));
  }
  if (course === "reject" || course === "dispute") {
    await decide("reject", `This was agreed and is not in the post: ${told.demo.brief.must_show[0]}.`);
    if (course === "reject") {
      yield inDays(dice.between(0.4, 2));
      const accepted = "You are right: I cut that scene and sent the sample on. My mistake.";
      await transact((tx) => act(tx, told, collaboration_id, "creator", "accept_rejection", accepted));
      return;
    }
    yield inDays(0.9);
    const note = "It is at 1:42, right after the unboxing. Please look again before you reject my work.";
    await transact((tx) => act(tx, told, collaboration_id, "creator", "appeal", note));
    return;
  }
  await decide("approve");
}

/** Hold, transfer, a day's rest, then the post is watched for a month. Before money leaves, somebody looks at the post. */
async function* pay(told: Cooperation, collaboration_id: CollaborationId): Story {
  const seen = () => look(told, collaboration_id);
  yield* untilDue(collaboration_id, seen);
  await sendOpenMovements();
  if (!(await isIn(collaboration_id, "paid"))) return;
  yield* untilDue(collaboration_id);
  yield* untilDue(collaboration_id, seen);
  await sendOpenMovements();
}

/** The machine looks, and an operator where it cannot see. */
async function look(told: Cooperation, collaboration_id: CollaborationId): Promise<void> {
  const { presence } = await observePaidPost(collaboration_id);
  if (presence !== "unknown") return;
  const note = "Opened the post in a private window: it is there for everybody.";
  await transact((tx) => observeAsOperator(tx, told.operator, { collaboration_id, presence: "live", note }));
}

/** Waits for the running deadline and lets it pass, as the job that sleeps until then does. */
async function* untilDue(collaboration_id: CollaborationId, before?: () => Promise<void>): Story {
  const { due_at } = await read(collaboration_id);
  if (!due_at) return;
  yield new Date(due_at.getTime() + 2_000);
  await before?.();
  const { version } = await read(collaboration_id);
  await transact((tx) => expireDeadline(tx, { collaboration_id, version }));
}

async function read(id: CollaborationId) {
  const [row] = await db
    .select({ due_at: collaborations.due_at, version: collaborations.version })
    .from(collaborations)
    .where(eq(collaborations.id, id));
  return required(row, `collaboration ${id}`);
}

async function isIn(
  id: CollaborationId,
  state: (typeof collaborations.$inferSelect)["state"],
): Promise<boolean> {
  const [row] = await db
    .select({ id: collaborations.id })
    .from(collaborations)
    .where(and(eq(collaborations.id, id), eq(collaborations.state, state)))
    .orderBy(desc(collaborations.id));
  return row !== undefined;
}
