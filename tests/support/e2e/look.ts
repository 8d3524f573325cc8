/** What must be true of every page of a story on a phone and on a desk; with E2E_PICTURES set, a picture of both to look at. */
import { expect, test } from "@playwright/test";
import type { Person } from "./person";

const WIDTHS = [390, 1280] as const;
const HEIGHT = 900;

let count = 0;

/** @throws when the page is wider than the screen, which on a phone means scrolling sideways */
export async function look({ page }: Pick<Person, "page">, name: string): Promise<void> {
  const story = test.info().titlePath.at(1) ?? "story";
  const number = String(++count).padStart(2, "0");
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    if (process.env.E2E_PICTURES) await page.waitForLoadState("networkidle");
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${name} is wider than ${width} px`).toBeLessThanOrEqual(0);
    if (process.env.E2E_PICTURES)
      await page.screenshot({
        path: `test-results/screens/${folder(story)}/${number}-${name}-${width}.png`,
        fullPage: true,
        animations: "disabled",
      });
  }
}

const folder = (story: string) => story.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 40);
