/**
 * How often a post was watched, liked and commented on. Unless a number is set, all grow with the post's age, always alike for one
 * id, so that two looks at different times differ and two looks at one time agree.
 */
import { createHash } from "node:crypto";
import type { Figure, Post } from "./platform";

export type Figures = {
  views: number | null;
  likes: number | null;
  comments: number | null;
  shares: number | null;
};

const HOUR_MS = 3_600_000;
/** Half of what a post gets quickly has come after this time. */
const HALF_LIFE_HOURS = 48;

export function figuresOf(post: Post, now: Date): Figures {
  const age_hours = Math.max(0, (now.getTime() - Date.parse(post.published_at)) / HOUR_MS);
  const views = told(post.views, () => grownViews(post.id, age_hours));
  const seen = views ?? grownViews(post.id, age_hours);
  const likes = told(post.likes, () => Math.floor((seen * (20 + draw(post.id, "likes", 60))) / 1_000));
  const comments = told(post.comments, () => Math.floor((seen * (1 + draw(post.id, "comments", 6))) / 1_000));
  return { views, likes, comments, shares: Math.floor(seen / 200) };
}

function grownViews(id: string, age_hours: number): number {
  const quick = 500 + draw(id, "views", 20_000);
  const slow_a_day = 1 + draw(id, "slow", 40);
  return Math.floor((quick * age_hours) / (age_hours + HALF_LIFE_HOURS) + (slow_a_day * age_hours) / 24);
}

function told(figure: Figure, grown: () => number): number | null {
  return figure === undefined ? grown() : figure;
}

/** A number below `below` that is always the same for one post. */
function draw(id: string, name: string, below: number): number {
  return createHash("sha256").update(`${id}/${name}`).digest().readUInt32BE() % below;
}
