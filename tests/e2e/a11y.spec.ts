/**
 * Pages as a screen reader or a weak eye meets them: axe finds nothing, by day and by night, on a phone and on a desk; and nothing leaves
 * the screen where it is narrow or the type is large.
 */
import { expect, type Page, test } from "@playwright/test";
import axe from "axe-core";
import { apply, offerSlot } from "../support/e2e/deal";
import { liveOffer, mark, PITCH, someBrand, someCreator } from "../support/e2e/market";
import { confirmEmail, newPerson, signUp } from "../support/e2e/person";

const OPEN_PAGES = [
  "/",
  "/offers",
  "/offers?channel=tiktok&text=nothing-of-this-name",
  "/sign-up",
  "/sign-in",
  "/forgotten-password",
  "/confirm-email",
  "/reset-password/no-such-link",
  "/no-such-page",
];
const CREATOR_PAGES = [
  "/creator",
  "/creator/collaborations",
  "/creator/payouts",
  "/creator/channels",
  "/creator/profile",
  "/creator/address",
  "/creator/standing",
  "/account",
  "/offers",
];
const WIDTHS = [390, 1280];
const SCHEMES = ["light", "dark"] as const;

/** The rules that another theme can break; what a page says and how it is built is the same in all of them. */
const OF_COLOUR: axe.RunOptions = { runOnly: ["color-contrast", "link-in-text-block"] };

async function expectNoFindings(page: Page, rules: axe.RunOptions): Promise<void> {
  // Read once for a page, not for each look at it: reading it costs as much as looking.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async (options) => {
      // Colours on their way from one theme to the other are nobody's; one that arrives can send those inside it on theirs.
      for (let depth = 0; depth < 10; depth++) for (const motion of document.getAnimations()) motion.finish();
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(options);
      return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(" ")) }));
    },
    { ...rules, resultTypes: ["violations"] } satisfies axe.RunOptions as axe.RunOptions,
  );
  expect(found).toEqual([]);
}

/** In every width and theme; without motion, because axe would measure colours on their way. */
async function look(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await lookAtThis(page, path);
  }
}

async function lookAtThis(page: Page, name: string): Promise<void> {
  for (const colorScheme of SCHEMES)
    for (const width of WIDTHS)
      await test.step(`${name}, ${colorScheme}, ${width} px`, async () => {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 900 });
        await expectNoFindings(page, colorScheme === "light" ? {} : OF_COLOUR);
      });
  await test.step(`${name}, reflow`, () => expectReflow(page));
}

/** WCAG 1.4.10 and 1.4.4: a width of 320 px, and type of twice the size on a phone, without scrolling sideways. */
async function expectReflow(page: Page): Promise<void> {
  const wider = () =>
    page.evaluate(() => {
      if (document.documentElement.scrollWidth <= window.innerWidth) return [];
      const out = [...document.body.querySelectorAll("*")].filter(
        (element) => element.getBoundingClientRect().right > window.innerWidth,
      );
      return out.map((element) => `${element.tagName} ${element.className}: ${element.textContent}`);
    });
  await page.setViewportSize({ width: 320, height: 900 });
  await expect.poll(wider, { message: "wider than 320 px" }).toEqual([]);
  await page.setViewportSize({ width: 390, height: 900 });
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await expect.poll(wider, { message: "wider than a phone with large type" }).toEqual([]);
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
}

test("what is open to everybody", async ({ page }) => {
  test.slow(); // nine pages, each looked at four times
  await look(page, OPEN_PAGES);
});

test("a form that needs another look", async ({ page }) => {
  await page.goto("/sign-up");
  await page.locator("main form button[type=submit]").click();
  const summary = page.locator("main form [role=alert]");
  await expect(summary.getByRole("link")).toHaveCount(5);
  await lookAtThis(page, "sign-up");
  await summary.getByRole("link").nth(2).click();
  await expect(page.locator("input[name=email]")).toBeFocused();
});

test("a newcomer's pages, with nothing in them yet", async ({ browser }) => {
  const creator = await newPerson(browser, { name: "Ada Lind" });
  await signUp(creator, "creator");
  await confirmEmail(creator);
  await look(creator.page, ["/creator", "/account"]);
});

test("the pages of both sides of a deal", async ({ browser }) => {
  test.slow(); // sixteen pages, each looked at four times
  const brand = await someBrand(browser, { name: "Rosa Weiss" }, `Weiss ${mark()}`);
  const creator = await someCreator(browser, { name: "Noor Haddad" }, { handle: `noor.${mark()}` });
  const offer_id = await liveOffer(brand);
  await look(creator.page, [...CREATOR_PAGES, `/offers/${offer_id}`, `/offers/${offer_id}/apply`]);
  const id = await apply(creator, offer_id, PITCH);
  await look(brand.page, ["/brand", `/collaborations/${id}`]);
  await offerSlot(brand, id);
  await look(creator.page, ["/creator", `/collaborations/${id}`]);
  for (const details of await creator.page.locator("main details").all())
    await details.evaluate((element) => element.setAttribute("open", ""));
  await lookAtThis(creator.page, "all that can be opened");
});
