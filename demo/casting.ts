/** Who works with whom in the demo, and how it goes. */
import type { Platform } from "@/app/domain/creator/vocabulary";
import type { Course } from "./courses";
import { DEMO_CREATOR } from "./creators";
import type { Dice } from "./dice";
import type { DemoOffer, Role } from "./offers";
import type { SeededChannel, SeededCreator } from "./people";

/** Days ago on which each offer was drafted: old ones are finished stories, young ones are full of open ends. */
export function bornDaysAgo(demo: DemoOffer, index: number): number {
  if (demo.fate === "closed") return 74;
  if (demo.fate === "paused") return 40;
  if (demo.fate === "unpaid" || demo.fate === "unfunded") return 1 + (index % 3);
  return demo.born_days_ago ?? 68 - ((index * 37) % 64);
}

const USUAL: readonly Course[] = [
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
  if (demo.roles) return demo.roles;
  const fitting = creators
    .filter(
      (creator) => !LEFT_OUT.has(creator.handle) && channelFor(creator, demo.channels, demo.min_followers),
    )
    .filter((creator) => near(creator.country, demo.marketplace_country))
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
        : dice.pick(USUAL),
    after_days: dice.between(0.2, 3 + place * 4),
    pace: {},
    invited: false,
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
