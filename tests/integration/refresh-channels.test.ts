/** A verified channel over time: its figures, its new name, its loss, and who else claims to be it. */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addChannel, markChannelVerified } from "@/app/domain/creator/channels";
import { evaluateEligibility } from "@/app/domain/offer/eligibility";
import type { ChannelObservation } from "@/app/domain/verification/platform";
import { lookThrough } from "@/app/domain/verification/platforms";
import { refreshChannels } from "@/app/domain/verification/refresh-channels";
import { setClockOffset } from "@/app/lib/clock";
import type { ChannelId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { db } from "@/db/client";
import { incidents } from "@/db/schema/audit";
import { creator_channels } from "@/db/schema/creator";
import { transact } from "@/db/transact";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeCreator, type TestCreator } from "../factories/people";
import { testDatabase } from "../setup/database";

const DAY_MS = 86_400_000;
let answers: Map<string, ChannelObservation>;
let asked: string[];

beforeEach(async () => {
  await testDatabase();
  answers = new Map();
  asked = [];
  lookThrough((platform) => ({
    platform,
    resolve: async () => ({ presence: "not_found", evidence: [] }),
    fetchPost: async () => ({ presence: "unknown", reason: "no_answer", evidence: [] }),
    fetchChannel: async ({ handle }) => {
      asked.push(handle);
      return answers.get(handle) ?? { presence: "unknown", reason: "no_answer", evidence: [] };
    },
  }));
});
afterEach(() => setClockOffset(0));

const found = (
  handle: string,
  external_id: string | null,
  followers: number | null = null,
): ChannelObservation => ({ presence: "found", handle, external_id, about: "", followers, evidence: [] });

async function channel(creator: TestCreator, handle: string, external_id: string | null = `UC-${handle}`) {
  const id = await transact((tx) =>
    addChannel(tx, creator, { platform: "youtube", handle, followers: 50, engagement_bps: 0 }),
  );
  await transact((tx) => markChannelVerified(tx, { channel_id: id, external_id }));
  return id;
}
const read = async (id: ChannelId) =>
  one(await db.select().from(creator_channels).where(eq(creator_channels.id, id)), "the channel");
const nights = async (count: number) => {
  for (let night = 0; night < count; night++) {
    setClockOffset(offset);
    await refreshChannels();
    offset += DAY_MS;
  }
};
/** From a week after they were verified on, channels are asked about. */
let offset = 0;
beforeEach(() => {
  offset = 8 * DAY_MS;
});

test("figures come from the platform once a week, with their age; what a creator stated stays beside them", async () => {
  const id = await channel(await makeCreator(), "nora");
  answers.set("nora", found("nora", "UC-nora", 12_345));
  await nights(3);
  expect(asked.filter((handle) => handle === "nora")).toHaveLength(1);
  expect(await read(id)).toMatchObject({ followers: 50, seen_followers: 12_345 });
  expect((await read(id)).seen_at).not.toBeNull();
});

test("the platform's figure decides who may apply, not the stated one", async () => {
  const creator = await makeCreator();
  const offer = await makeLiveOffer(await makeBrand(), { channels: ["youtube"] });
  const wanted = {
    ...offer,
    channels: ["youtube" as const],
    eligibility: { ...offer.eligibility, min_followers: 10_000 },
  };
  await db
    .update(creator_channels)
    .set({ followers: 900_000 })
    .where(eq(creator_channels.creator_id, creator.creator_id));
  expect((await evaluateEligibility(db, creator.creator_id, wanted)).eligible).toBe(true);
  await db
    .update(creator_channels)
    .set({ seen_followers: 900, seen_at: new Date() })
    .where(eq(creator_channels.creator_id, creator.creator_id));
  expect((await evaluateEligibility(db, creator.creator_id, wanted)).reasons.map(({ code }) => code)).toEqual(
    ["too_few_followers"],
  );
});

test("a renamed channel keeps its identity under its new name", async () => {
  const id = await channel(await makeCreator(), "Nora.Films");
  answers.set("Nora.Films", found("nora.studio", "UC-Nora.Films", 10));
  await nights(1);
  expect(await read(id)).toMatchObject({
    handle: "nora.studio",
    former_handle: "Nora.Films",
    url: "https://www.youtube.com/@nora.studio",
    lost_because: null,
  });
});

test.each<[string, ChannelObservation]>([
  ["gone", { presence: "not_found", evidence: [] }],
  ["taken_over", found("nora", "UC-somebody")],
])("is lost (%s) after two nights that agree, not after one", async (loss, answer) => {
  const creator = await makeCreator();
  const id = await channel(creator, "nora");
  answers.set("nora", answer);
  await nights(1);
  expect((await read(id)).lost_because).toBeNull();
  answers.set("nora", { presence: "unknown", reason: "wall", evidence: [] });
  await nights(1);
  expect((await read(id)).lost_because).toBeNull();
  answers.set("nora", answer);
  await nights(1);
  expect((await read(id)).lost_because).toBe(loss);
  // Whoever owns the name now can verify it.
  const other = await makeCreator();
  await expect(channel(other, "NORA", "UC-somebody")).resolves.toBeTruthy();
});

test("is the same one as another's: the later one is lost, and an operator is told", async () => {
  const first = await channel(await makeCreator(), "nora");
  const second = await channel(await makeCreator(), "eva", null);
  answers.set("eva", found("eva", "UC-nora"));
  answers.set("nora", found("nora", "UC-nora"));
  await nights(1);
  expect((await read(second)).lost_because).toBe("same_channel");
  expect((await read(first)).lost_because).toBeNull();
  const [incident] = await db.select().from(incidents).where(eq(incidents.kind, "channel_twice"));
  expect(incident).toMatchObject({ subject: "youtube:UC-nora", status: "open" });
});

test("one channel under two names is refused in words, by its id", async () => {
  const creator = await makeCreator();
  await channel(creator, "nora", "UC1");
  await expect(channel(creator, "nora.studio", "UC1")).rejects.toMatchObject({
    code: "channel_renamed",
    params: { handle: "nora" },
  });
  await expect(channel(await makeCreator(), "eva", "UC1")).rejects.toMatchObject({ code: "channel_taken" });
});

test.each([
  ["Mia.Lamp", "mia.lamp"],
  ["ÉMILE", "émile"],
  ["ΚΑΦΕΣ", "καφες"],
])("%s and %s are one handle: known to its owner, taken for others", async (handle, again) => {
  const creator = await makeCreator();
  await channel(creator, handle);
  await expect(channel(creator, again, "UC-other")).rejects.toMatchObject({ code: "channel_known" });
  await expect(channel(await makeCreator(), again, "UC-other")).rejects.toMatchObject({
    code: "channel_taken",
  });
});

test("two who verify one channel under two names at the same moment: one gets it", async () => {
  const [a, b] = [await makeCreator(), await makeCreator()];
  const made = await Promise.allSettled([channel(a, "left", "UC1"), channel(b, "right", "UC1")]);
  expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(made.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "channel_taken" },
  });
});
