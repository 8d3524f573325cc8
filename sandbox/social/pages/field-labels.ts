/** What each platform calls the fields of a channel and of a post. */
import type { Platform } from "../world/platform";

/** Platforms on which a post has a title beside its text. */
export const TITLED: ReadonlySet<Platform> = new Set(["youtube", "amazon"]);

export function captionLabel(platform: Platform): string {
  return platform === "youtube" ? "Description" : platform === "amazon" ? "Text" : "Caption";
}

export function descriptionLabel(platform: Platform): string {
  return platform === "youtube" ? "Channel description" : platform === "amazon" ? "Introduction" : "Bio";
}

export function paidLabel(platform: Platform): string {
  const labels: Record<Platform, string> = {
    youtube: "Includes paid promotion",
    tiktok: "Paid partnership",
    instagram: "Paid partnership",
    amazon: "Earns commissions",
  };
  return `Use the platform's label “${labels[platform]}”`;
}
