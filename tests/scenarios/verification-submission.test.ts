/** Submitted posts as the app judges them, from the URL that a creator hands in to what stands in the database. */

import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decideAsOperator } from "@/app/domain/collaboration/decide-submission";
import { addChannel } from "@/app/domain/creator/channels";
import type { Platform } from "@/app/domain/creator/vocabulary";
import { verifyChannel } from "@/app/domain/verification/verify-channel";
import type { CollaborationId, SubmissionId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { db } from "@/db/client";
import { creator_channels } from "@/db/schema/creator";
import { post_observations, submissions, verifications } from "@/db/schema/verification";
import { transact } from "@/db/transact";
import { type Deal, dealAt, read, submit } from "../factories/collaborations";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeCreator, makeOperator, type TestCreator } from "../factories/people";
import { testDatabase } from "../setup/database";
import { startWorld, type World } from "../setup/world";

const LINK = "https://www.amazon.com/dp/B0TESTLAMP";
const GOOD = `#ad A lamp for my desk. #desklamp ${LINK}`;

let world: World;
beforeAll(async () => {
  await testDatabase();
  world = await startWorld();
});
afterAll(() => world.close());

type Told = { id: string; url: string; short_url: string; external_id: string };
const social = (path: string, body: object, method: "POST" | "PATCH" = "POST") =>
  world.control<Told>(`${world.urls.social}/control${path}`, body, method);

async function channelOf(creator: TestCreator) {
  const channel = one(
    await db.select().from(creator_channels).where(eq(creator_channels.id, creator.channel_id)),
    "the channel",
  );
  return channel;
}

/** A collaboration that waits for its post, on a channel that the platform knows. */
async function dealOn(platform: Platform, creator?: TestCreator): Promise<Deal & { handle: string }> {
  const who = creator ?? (await makeCreator({}, platform));
  const { handle } = await channelOf(who);
  const told = await social("/channels", {
    platform,
    handle,
    name: handle,
    description: "Rooms and lamps.",
  });
  // As the check of the channel's code has learned it; Amazon shows none.
  if (platform !== "amazon")
    await db
      .update(creator_channels)
      .set({ external_id: told.external_id })
      .where(eq(creator_channels.id, who.channel_id));
  const brand = await makeBrand();
  const offer = await makeLiveOffer(brand, { channels: [platform] });
  return { ...(await dealAt("creating", { brand, creator: who, offer })), handle };
}

const publish = (deal: { handle: string }, platform: Platform, given: object = {}) =>
  social("/posts", { platform, handle: deal.handle, title: "My desk", caption: GOOD, ...given });

/** Every look at the latest submission, as `check verdict code` of what did not pass. */
async function looksAt(submission_id: SubmissionId): Promise<Array<{ verdict: string; troubles: string[] }>> {
  const rows = await db
    .select()
    .from(verifications)
    .where(eq(verifications.submission_id, submission_id))
    .orderBy(asc(verifications.attempt));
  return rows.map(({ verdict, checks }) => ({
    verdict,
    troubles: checks
      .filter((check) => check.verdict !== "passed")
      .map((check) => `${check.check} ${check.verdict} ${check.code}`),
  }));
}

async function handIn(deal: Deal, url: string): Promise<SubmissionId> {
  const id = await submit(deal.creator, deal.id, url);
  await world.rest();
  return id;
}

describe("a post that keeps the agreement", () => {
  test("on TikTok, handed in as the phone shares it, with a short link to the product", async () => {
    const deal = await dealOn("tiktok");
    const product = await social("/short-links", { platform: "amazon", target: `${LINK}?tag=mia-20` });
    const post = await publish(deal, "tiktok", { caption: `#ad My lamp #desklamp ${product.short_url}` });
    const id = await handIn(deal, `Look at this! ${post.short_url}`);
    expect(await looksAt(id)).toEqual([{ verdict: "passed", troubles: [] }]);
    const [row] = await db.select().from(submissions).where(eq(submissions.id, id));
    expect(row).toMatchObject({ post_id: post.id, canonical_url: post.url, verdict: "passed" });
    expect((await read(deal.id)).state).toBe("in_review");
  });

  test("on Instagram", async () => {
    const deal = await dealOn("instagram");
    const post = await publish(deal, "instagram", { kind: "reel" });
    expect(await looksAt(await handIn(deal, post.short_url))).toEqual([{ verdict: "passed", troubles: [] }]);
  });

  test("on Amazon waits for an operator, with the page kept", async () => {
    const deal = await dealOn("amazon");
    const post = await publish(deal, "amazon");
    const id = await handIn(deal, post.url);
    const [look] = await looksAt(id);
    expect(look?.verdict).toBe("undecided");
    expect(look?.troubles).toEqual(["published_after undecided date_unknown"]);
    expect(await read(deal.id)).toMatchObject({ state: "verifying", needs_operator: true });
  });
});

describe("a post that does not", () => {
  test("is told each thing that is wrong at once", async () => {
    const deal = await dealOn("youtube");
    const other = await dealOn("youtube");
    const post = await publish(other, "youtube", {
      caption: "This is not sponsored by anybody. #desklamps https://www.amazon.com/dp/B0OTHERONE",
      published_at: "2020-01-01T00:00:00Z",
    });
    expect(await looksAt(await handIn(deal, post.url))).toEqual([
      {
        verdict: "failed",
        troubles: [
          "ownership failed other_channel",
          "published_after failed before_agreement",
          "disclosure failed not_disclosed",
          "required_tags failed tags_missing",
          "product_link failed link_missing",
        ],
      },
    ]);
    expect(await read(deal.id)).toMatchObject({ state: "verifying", due_kind: "cure" });
  });

  test("because it is gone is looked for twice before that is believed", async () => {
    const deal = await dealOn("youtube");
    const post = await publish(deal, "youtube", { state: "deleted" });
    const id = await handIn(deal, post.url);
    expect(await looksAt(id)).toEqual([{ verdict: "undecided", troubles: ["live undecided not_live_once"] }]);
    expect(await read(deal.id)).toMatchObject({ state: "verifying", needs_operator: false });
    await world.turn({ minutes: 2 });
    expect((await looksAt(id)).at(-1)).toEqual({ verdict: "failed", troubles: ["live failed gone"] });
    expect(await read(deal.id)).toMatchObject({ state: "verifying", due_kind: "cure" });
  });

  test("because it was missed once, but is there a minute later, passes", async () => {
    const deal = await dealOn("youtube");
    const post = await publish(deal, "youtube", { state: "deleted" });
    const id = await handIn(deal, post.url);
    await social(`/posts/${post.id}`, { state: "public" }, "PATCH");
    await world.turn({ minutes: 2 });
    expect((await looksAt(id)).map(({ verdict }) => verdict)).toEqual(["undecided", "passed"]);
  });

  test("because its link leads elsewhere fails at the second look", async () => {
    const deal = await dealOn("tiktok");
    const id = await handIn(deal, "https://vm.tiktok.com/ZMnothing/");
    await world.turn({ minutes: 2 });
    expect((await looksAt(id)).map(({ verdict, troubles }) => [verdict, ...troubles])).toEqual([
      ["undecided", "live undecided not_live_once"],
      ["failed", "live failed leads_elsewhere"],
    ]);
  });

  test("because its address names another channel is refused before anybody looks", async () => {
    const deal = await dealOn("tiktok");
    const other = await dealOn("tiktok");
    const post = await publish(other, "tiktok");
    await expect(submit(deal.creator, deal.id, post.url)).rejects.toMatchObject({
      code: "url_other_channel",
      params: { found: other.handle, channel: deal.handle },
    });
    expect((await read(deal.id)).state).toBe("creating");
  });
});

test("a TikTok channel renamed since the agreement: its short link is judged, which names no channel", async () => {
  const deal = await dealOn("tiktok");
  const renamed = `${deal.handle}.new`.slice(-24);
  await social(`/channels/tiktok/${deal.handle}`, { handle: renamed }, "PATCH");
  const post = await publish({ handle: renamed }, "tiktok");
  await expect(submit(deal.creator, deal.id, post.url)).rejects.toMatchObject({ code: "url_other_channel" });
  const [look] = await looksAt(await handIn(deal, post.short_url));
  expect(look?.verdict).not.toBe("failed");
});

describe("what is not known", () => {
  const operatorAsked = async (id: CollaborationId) => (await read(id)).needs_operator;

  test("is asked for a day and then of an operator, who can tell; it never counts against anybody", async () => {
    const deal = await dealOn("tiktok");
    const post = await publish(deal, "tiktok", { odd: { kind: "captcha" } });
    const id = await handIn(deal, post.url);
    await world.turn({ hours: 20 });
    expect(await operatorAsked(deal.id)).toBe(false);
    await world.turn({ hours: 5 });
    expect(await operatorAsked(deal.id)).toBe(true);
    const looks = await looksAt(id);
    expect(looks.length).toBeGreaterThanOrEqual(7);
    expect(new Set(looks.flatMap(({ troubles }) => troubles))).toEqual(new Set(["live undecided wall"]));

    const operator = await makeOperator();
    await transact((tx) =>
      decideAsOperator(tx, operator, {
        submission_id: id,
        verdict: "passed",
        presence: "live",
        note: "Opened it in a browser.",
      }),
    );
    expect((await read(deal.id)).state).toBe("in_review");
    const seen = await db.select().from(post_observations).where(eq(post_observations.submission_id, id));
    expect(seen.filter(({ presence }) => presence === "live").map((one) => one.observed_by_user_id)).toEqual([
      operator.user_id,
    ]);
  });

  test("because a post is still being processed passes by itself once it is public", async () => {
    const deal = await dealOn("youtube");
    const post = await publish(deal, "youtube", { upload: "processing" });
    const id = await handIn(deal, post.url);
    await world.turn({ minutes: 2 });
    await social(`/posts/${post.id}`, { upload: "processed" }, "PATCH");
    await world.turn({ hours: 1 });
    expect((await looksAt(id)).map(({ verdict }) => verdict)).toEqual(["undecided", "undecided", "passed"]);
  });

  test("of the words of a post that is there goes to an operator within two hours", async () => {
    const deal = await dealOn("instagram");
    const post = await publish(deal, "instagram", { odd: { kind: "login_wall", at: "page" } });
    await handIn(deal, post.url);
    await world.turn({ hours: 2 });
    expect(await operatorAsked(deal.id)).toBe(true);
  });
});

describe("one post, one pay", () => {
  test("the second collaboration that is handed the same post is refused, whatever the link looks like", async () => {
    const creator = await makeCreator({}, "tiktok");
    const [first, second] = [await dealOn("tiktok", creator), await dealOn("tiktok", creator)];
    const post = await publish(first, "tiktok");
    expect(await looksAt(await handIn(first, post.url))).toEqual([{ verdict: "passed", troubles: [] }]);
    expect(await looksAt(await handIn(second, post.short_url))).toEqual([
      { verdict: "failed", troubles: ["duplicate failed used_elsewhere"] },
    ]);
  });

  test("of two short links handed in at the same moment exactly one passes", async () => {
    const creator = await makeCreator({}, "tiktok");
    const [one, two] = [await dealOn("tiktok", creator), await dealOn("tiktok", creator)];
    const post = await publish(one, "tiktok");
    const ids = await Promise.all([one, two].map((deal) => submit(creator, deal.id, post.short_url)));
    await world.rest();
    const verdicts = await Promise.all(ids.map(async (id) => (await looksAt(id)).at(-1)?.verdict));
    expect(verdicts.sort()).toEqual(["failed", "passed"]);
  });

  test("a post that was sent back may be handed in for another collaboration once it is cured", async () => {
    const creator = await makeCreator({}, "youtube");
    const [first, second] = [await dealOn("youtube", creator), await dealOn("youtube", creator)];
    const post = await publish(first, "youtube", { caption: "No word about pay." });
    await handIn(first, post.url);
    await social(`/posts/${post.id}`, { caption: GOOD }, "PATCH");
    expect(await looksAt(await handIn(second, post.url))).toEqual([{ verdict: "passed", troubles: [] }]);
  });
});

describe("proving a channel", () => {
  async function unverified(platform: Platform, description: (code: string) => string) {
    const creator = await makeCreator();
    const handle = `proof${Date.now().toString(36)}${platform}`.slice(0, 24);
    const id = await transact((tx) =>
      addChannel(tx, creator, { platform, handle, followers: 100, engagement_bps: 0 }),
    );
    const read_channel = async () =>
      one(await db.select().from(creator_channels).where(eq(creator_channels.id, id)), "the channel");
    const { verification_code } = await read_channel();
    const told = await social("/channels", {
      platform,
      handle,
      followers: 54_321,
      description: description(verification_code),
    });
    return { creator, id, handle, told, verification_code, read_channel };
  }

  test.each(["youtube", "tiktok", "instagram", "amazon"] as const)(
    "on %s the code in the description is proof",
    async (platform) => {
      const { creator, id, read_channel } = await unverified(
        platform,
        (code) => `Lamps.\n${code.toUpperCase()}`,
      );
      await verifyChannel(creator, id);
      expect((await read_channel()).verified_at).not.toBeNull();
      // YouTube tells subscribers with three figures.
      if (platform === "youtube") expect((await read_channel()).seen_followers).toBe(54_300);
      await verifyChannel(creator, id); // once more does no harm
    },
  );

  test("no code, no channel and no answer are told apart, and none of them proves anything", async () => {
    const { creator, id, handle, verification_code, read_channel } = await unverified(
      "tiktok",
      () => "Lamps.",
    );
    await social("/posts", { platform: "tiktok", handle, caption: verification_code });
    await expect(verifyChannel(creator, id)).rejects.toMatchObject({
      code: "verification_code_missing",
      params: { code: verification_code },
    });
    await social("/outages", { platform: "tiktok", status: 503 });
    await expect(verifyChannel(creator, id)).rejects.toMatchObject({ code: "platform_silent" });
    await world.control(`${world.urls.social}/control/outages`, { platform: "tiktok", status: null });
    const nobody = await transact((tx) =>
      addChannel(tx, creator, {
        platform: "tiktok",
        handle: "nobody.at.all",
        followers: 1,
        engagement_bps: 0,
      }),
    );
    await expect(verifyChannel(creator, nobody)).rejects.toMatchObject({ code: "channel_not_found" });
    await expect(verifyChannel(await makeCreator(), id)).rejects.toMatchObject({ status: 404 });
    expect((await read_channel()).verified_at).toBeNull();
  });
});
