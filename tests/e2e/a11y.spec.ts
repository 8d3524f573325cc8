/** Pages as a screen reader or a weak eye meets them: axe finds nothing, by day and by night, on a phone and on a desk. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const OPEN_PAGES = ["/", "/offers", "/sign-up", "/sign-in", "/forgotten-password", "/no-such-page"];

async function expectNoFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target }) => target.join(" ")),
  }));
  expect(found).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [390, 1280])
    test(`open to everybody, ${colorScheme}, ${width} px`, async ({ browser }) => {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 900 },
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      for (const path of OPEN_PAGES)
        await test.step(path, async () => {
          await page.goto(path);
          await expectNoFindings(page);
        });
      await context.close();
    });
