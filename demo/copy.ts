/** What the demo's people write: pitches, titles and captions. */
import type { LiveOffer } from "./offer-stories";
import type { SeededChannel, SeededCreator } from "./people";

export const PITCHES = [
  "I would film this over two evenings rather than one afternoon; my viewers can tell. Delivery times on my profile speak for me.",
  "Already own the older version, so I can compare honestly. Would post within ten days of the parcel.",
  "My audience asks about exactly this every other week. I would keep the brief's shots and add one of my own.",
  "I do not do unboxings, I do week-two videos. If that suits you, I am in.",
  "Happy to show what it does badly too. That is why people believe the rest.",
  "I have a slot free in my calendar next week and natural light in the mornings.",
  "Three sentences: I film calmly, I deliver early, I disclose in the first line.",
  "Would love to do this one in English with Chinese captions, my audience is about half and half.",
  "My last four sponsored posts were all approved without changes. I can send them if useful.",
  "This fits a series I am doing anyway, so it would not look like an ad pasted into my feed.",
] as const;

type Told = LiveOffer & { creator: SeededCreator; channel: SeededChannel };

export function titleFor({ demo, creator }: Told): string {
  const openings = [
    "I used it for two weeks:",
    "What nobody says about the",
    "Honest notes on the",
    "A quiet look at the",
  ];
  const product = demo.product_title.replace(/,.*$/, "");
  return `${openings[(creator.handle.length + demo.title.length) % openings.length]} ${product}`;
}

/** Disclosure first, then the words, the link and the tag that the brief asks for. */
export function captionFor(told: Told, disclosure: "#ad" | "#partner"): string {
  const { demo, offer } = told;
  return [
    `${disclosure} ${titleFor(told)}.`,
    `${demo.brief.must_show[0]}. ${demo.brief.must_say[0] ?? ""}`.trim(),
    offer.product_url,
    ...demo.brief.hashtags,
  ].join("\n");
}

/** The address of a post on a real platform, where nobody posts for a demo; an operator decides about it. */
export function plainPostUrl(channel: SeededChannel, salt: string): string {
  const digits = [...salt].map((character) => character.charCodeAt(0) % 10).join("");
  const characters = salt.replace(/[^a-z0-9]/g, "").slice(-11);
  switch (channel.platform) {
    case "youtube":
      return `https://www.youtube.com/watch?v=${characters}`;
    case "tiktok":
      return `https://www.tiktok.com/@${channel.handle}/video/7${digits.slice(-18)}`;
    case "instagram":
      return `https://www.instagram.com/reel/${characters}/`;
    case "amazon":
      return `https://www.amazon.com/live/video/${digits.slice(-24)}`;
  }
}
