/** The pages that are measured, by their names; an id is that of the first one that a page leads to. */
import type { Page } from "@playwright/test";
import { DEMO_SIGN_INS } from "@/demo/sign-ins";

export type Address = { name: string; path: string };

/** What a visitor without an account reads. */
export async function publicPages(page: Page): Promise<Address[]> {
  const offer = await firstLink(page, "/offers", /^\/offers\/offer_\w+$/);
  return [
    { name: "/", path: "/" },
    { name: "/offers", path: "/offers" },
    { name: "/offers/:id", path: offer },
    { name: "/creators/:handle", path: "/creators/nora.whitfield" },
    { name: "/books", path: "/books" },
    { name: "/sign-in", path: "/sign-in" },
    { name: "/sign-up", path: "/sign-up" },
  ];
}

/** What a brand works with. `page` has to be signed in as one. */
export async function brandPages(page: Page): Promise<Address[]> {
  return [
    { name: "/brand", path: "/brand" },
    {
      name: "/collaborations/:id",
      path: await firstLink(page, "/brand/collaborations", /^\/collaborations\/\w+$/),
    },
  ];
}

export async function signInAsBrand(page: Page): Promise<void> {
  const brand = DEMO_SIGN_INS.find(({ role }) => role === "brand");
  if (!brand) throw new Error("The demo market has no brand to sign in as.");
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(brand.email);
  await page.locator("input[name=password]").fill(brand.password);
  await page.locator("main button[type=submit]").click();
  await page.waitForURL("**/brand");
}

/** @throws Error when the page at `path` leads to no such address */
async function firstLink(page: Page, path: string, wanted: RegExp): Promise<string> {
  await page.goto(path);
  const links = await page
    .locator("a[href]")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  const found = links.find((href) => wanted.test(href));
  if (!found) throw new Error(`${path} leads to nothing like ${wanted}`);
  return found;
}
