/**
 * What a machine can prove of a post on this instance, and what is left to a person. People are told in these words before they agree to
 * anything (texts: `proof.<name>`); the matrix in docs/verdicts.md shows that they are true.
 */
import type { Platform } from "@/app/domain/creator/vocabulary";
import { env } from "@/app/lib/env";

export const PROOFS = ["youtube", "youtube_no_key", "tiktok", "instagram", "amazon"] as const;
export type Proof = (typeof PROOFS)[number];

/** Checks of a post that need the platform's own word. */
export const FACTS = ["live", "ownership", "published_after", "text", "length"] as const;
export type Fact = (typeof FACTS)[number];

/** `machine`: always. `readable`: where the platform's page lets machines in, else a person. `person`: always a person. */
export type CheckedBy = "machine" | "readable" | "person";

export const CHECKED_BY: Readonly<Record<Proof, Readonly<Record<Fact, CheckedBy>>>> = {
  youtube: {
    live: "machine",
    ownership: "machine",
    published_after: "machine",
    text: "machine",
    length: "machine",
  },
  youtube_no_key: {
    live: "person",
    ownership: "person",
    published_after: "person",
    text: "person",
    length: "person",
  },
  tiktok: {
    live: "machine",
    ownership: "machine",
    published_after: "machine",
    text: "machine",
    length: "readable",
  },
  instagram: {
    live: "machine",
    ownership: "readable",
    published_after: "machine",
    text: "readable",
    length: "person",
  },
  amazon: {
    live: "readable",
    ownership: "readable",
    published_after: "readable",
    text: "readable",
    length: "person",
  },
};

/** Settings without which people have to look, and at what: for the log of a start, and for operators. */
export function missingKeys(settings: { YOUTUBE_API_KEY?: string } = env) {
  return settings.YOUTUBE_API_KEY ? [] : [{ variable: "YOUTUBE_API_KEY", platform: "youtube" as const }];
}

export function proofOn(platform: Platform, settings: { YOUTUBE_API_KEY?: string } = env): Proof {
  return platform === "youtube" && !settings.YOUTUBE_API_KEY ? "youtube_no_key" : platform;
}
