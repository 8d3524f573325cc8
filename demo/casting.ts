/** Who works with whom in the demo, and how it goes. */
import type { Platform } from "@/app/domain/creator/vocabulary";
import type { Course, Pace } from "./collaboration-stories";
import { DEMO_CREATOR } from "./creators";
import type { Dice } from "./dice";
import type { SeededChannel, SeededCreator } from "./people";
import { type DemoOffer, OFFERS } from "./products";

/** Days ago on which each offer was drafted: old ones are finished stories, young ones are full of open ends. */
export function bornDaysAgo(demo: DemoOffer, index: number): number {
  if (demo.fate === "closed") return 74;
  if (demo.fate === "paused") return 40;
  if (demo.fate === "unpaid" || demo.fate === "unfunded") return 1 + (index % 3);
  return SCRIPTED.find(({ title }) => title === demo.title)?.born ?? 68 - ((index * 37) % 64);
}

export type Role = { creator: string; course: Course; after: number; pace?: Pace; invited?: boolean };

/** Written out where a sign-in of the demo, or the operator's desk, is to find something waiting. */
const SCRIPTED: ReadonlyArray<{ title: string; born: number; roles: Role[] }> = [
  {
    title: "Show how the Fold lamp lights your desk at night",
    born: 30,
    roles: [
      {
        creator: "nora.whitfield",
        course: "approve",
        after: 19,
        pace: { choose: 1, accept: 0.5, ship: 0.6, travel: 3, create: 13 },
      },
      {
        creator: "kenji.mori",
        course: "silence",
        after: 2,
        pace: { choose: 1, accept: 0.5, ship: 0.8, travel: 4, create: 9 },
      },
      {
        creator: "emily.zhao",
        course: "approve",
        after: 8,
        pace: { choose: 1, accept: 0.4, ship: 0.5, travel: 3, create: 12, review: 6 },
      },
      { creator: "henry.cho", course: "wait", after: 28.6 },
      { creator: "anya.petrova", course: "wait", after: 29.4 },
      { creator: "noah.fischer", course: "approve", after: 26, pace: { choose: 1, accept: 0.6, ship: 2.9 } },
    ],
  },
  {
    title: "Pack a weekend into the Carrel backpack",
    born: 27,
    roles: [
      {
        creator: "leo.park",
        course: "changes",
        after: 3,
        pace: { choose: 1, accept: 0.5, ship: 1, travel: 3, create: 8, review: 2 },
      },
      {
        creator: "jamal.reid",
        course: "approve",
        after: 10,
        pace: { choose: 1, accept: 0.5, ship: 1, travel: 4, create: 6, review: 6 },
      },
      {
        creator: "diego.marin",
        course: "approve",
        after: 21,
        pace: { choose: 1, accept: 0.5, ship: 1, travel: 6 },
      },
      { creator: "jasmine.ward", course: "wait", after: 25.2 },
    ],
  },
  {
    title: "Desk tour with the Halo charging stand",
    born: 12,
    roles: [
      { creator: "nora.whitfield", course: "approve", after: 10.2, pace: { choose: 1, accept: 2.5 } },
      {
        creator: "ethan.cole",
        course: "dispute",
        after: 0.2,
        pace: { choose: 0.4, accept: 0.2, ship: 0.3, travel: 2, create: 3, review: 3.2 },
      },
      { creator: "arjun.mehta", course: "wait", after: 11 },
    ],
  },
  {
    title: "Video review: Arc reading lamp on YouTube",
    born: 66,
    roles: [
      {
        creator: "nora.whitfield",
        course: "approve",
        after: 1,
        pace: { choose: 1, accept: 0.5, ship: 1, travel: 5, create: 7, review: 2 },
      },
      { creator: "henry.cho", course: "approve", after: 2 },
      { creator: "ethan.cole", course: "silence", after: 4 },
    ],
  },
  {
    title: "Morning ritual with Iron Goddess oolong",
    born: 34,
    roles: [
      {
        creator: "nora.whitfield",
        course: "silence",
        after: 14,
        pace: { choose: 1, accept: 0.5, ship: 1, travel: 5, create: 8 },
      },
      { creator: "mei.lin.chu", course: "approve", after: 1 },
      { creator: "mina.sato", course: "changes", after: 4 },
      { creator: "bianca.rossi", course: "approve", after: 30 },
    ],
  },
  {
    title: "Lantern light at the camp kitchen",
    born: 58,
    roles: [
      {
        creator: "tyler.quinn",
        course: "ghost",
        after: 22,
        pace: { choose: 1, accept: 0.5, ship: 1, travel: 3 },
      },
      { creator: "connor.walsh", course: "approve", after: 3 },
      { creator: "nora.whitfield", course: "approve", after: 56.8, invited: true, pace: { choose: 6 } },
    ],
  },
  {
    title: "Day pack on a wet hill",
    born: 60,
    roles: [
      {
        creator: "tyler.quinn",
        course: "ghost",
        after: 24,
        pace: { choose: 1, accept: 0.5, ship: 1, travel: 4 },
      },
      { creator: "owen.gallagher", course: "approve", after: 3 },
      { creator: "diego.marin", course: "silence", after: 5 },
    ],
  },
  {
    title: "Candle evening: Amber jar, unboxed and burnt down",
    born: 38,
    roles: [
      { creator: "carmen.ortiz", course: "cure", after: 1 },
      {
        creator: "chloe.nguyen",
        course: "ghost",
        after: 2,
        pace: { choose: 1, accept: 0.5, ship: 1, travel: 5 },
      },
      { creator: "hailey.stone", course: "approve", after: 20 },
      { creator: "gabriela.torres", course: "wait", after: 36 },
    ],
  },
  {
    title: "Storefront list: the travel tech that fits a pocket",
    born: 24,
    roles: [
      {
        creator: "kayla.brooks",
        course: "approve",
        after: 12.5,
        pace: { choose: 1, accept: 0.5, ship: 1, travel: 4, create: 4 },
      },
      {
        creator: "bethany.cruz",
        course: "approve",
        after: 1,
        pace: { choose: 1, accept: 0.5, ship: 1, travel: 4, create: 5 },
      },
    ],
  },
];

const COURSES: readonly Course[] = [
  "approve",
  "approve",
  "silence",
  "approve",
  "changes",
  "approve",
  "cure",
  "approve",
  "reject",
];

/** The roles of an offer: written ones, and otherwise as many fitting creators as it can take, with some who are declined. */
export function rolesFor(demo: DemoOffer, creators: readonly SeededCreator[], dice: Dice): Role[] {
  const written = SCRIPTED.find(({ title }) => title === demo.title);
  if (written) return written.roles;
  const fitting = creators
    .filter(
      (creator) => !LEFT_OUT.has(creator.handle) && channelFor(creator, demo.channels, demo.min_followers),
    )
    .filter((creator) => near(creator.country, demo.country))
    .map((creator) => ({
      creator,
      liking: (creator.categories.includes(demo.category) ? 1 : 0) + dice.roll(),
    }))
    .sort((a, b) => b.liking - a.liking)
    .slice(0, Math.min(demo.slots, 3) + 1);
  return fitting.map(({ creator }, place) => ({
    creator: creator.handle,
    course:
      place >= Math.min(demo.slots, 3)
        ? dice.pick(["decline", "withdraw", "wait"] as const)
        : dice.pick(COURSES),
    after: dice.between(0.2, 3 + place * 4),
  }));
}

/** People of the written roles, who are busy enough, and whoever has been shut out. */
const LEFT_OUT = new Set([DEMO_CREATOR.handle, "tyler.quinn", "chloe.nguyen", "harper.lane"]);

function near(country: string, market: string): boolean {
  if (market === "US") return country === "US" || country === "CA";
  if (market === "CA") return country === "CA" || country === "US";
  if (market === "GB") return country === "GB" || country === "US";
  return country === "DE" || country === "GB" || country === "US";
}

export function channelFor(
  creator: SeededCreator,
  wanted: readonly Platform[],
  min = 0,
): SeededChannel | undefined {
  return creator.channels_of.find((channel) => wanted.includes(channel.platform) && channel.followers >= min);
}

const unknown = SCRIPTED.filter(({ title }) => !OFFERS.some((offer) => offer.title === title));
if (unknown.length) throw new Error(`No offer is called ${unknown[0]!.title}`);
