/** The rest of the world, as a person is it: through the pages of the sandbox. */
import { type BrowserContext, expect, type Page } from "@playwright/test";
import Stripe from "stripe";
import { addresses } from "../../setup/e2e-addresses";

export type Mail = { id: string; to: string[]; subject: string; text: string };

async function visit<T>(context: BrowserContext, url: string, act: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  try {
    await page.goto(url);
    return await act(page);
  } finally {
    // Not waited for: Chromium was seen never to answer a close, and what is left goes with the context.
    void page.close().catch(() => {});
  }
}

/** Turns the clock on the home page, hour by hour, day by day or week by week, and waits until the world has lived through it. */
export async function turn(
  context: BrowserContext,
  { weeks = 0, days = 0, hours = 0 }: { weeks?: number; days?: number; hours?: number },
): Promise<void> {
  const steps = [
    ["A week", weeks],
    ["Turn forward a day", days],
    ["An hour", hours],
  ] as const;
  await visit(context, addresses.home, async (page) => {
    for (const [button, times] of steps)
      for (let time = 0; time < times; time++) {
        const taken = page.waitForResponse((response) => response.request().method() === "POST");
        await page.getByRole("button", { name: button, exact: true }).click();
        await taken;
        await rest(); // one turn is done after the other
        await page.goto(addresses.home);
        await expect(page.getByRole("button", { name: "A week", exact: true })).toBeVisible();
      }
  });
}

/** Waits until nothing is under way: what was just asked for has happened. */
export async function rest(): Promise<void> {
  await post(`${addresses.home}/control/clock`, { advance_ms: 0 });
}

async function post(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`POST ${url} answered ${response.status}: ${await response.text()}`);
}

/** The letters to somebody, newest first. */
export async function mailsTo(email: string): Promise<Mail[]> {
  const response = await fetch(`${addresses.mail}/control/messages?to=${encodeURIComponent(email)}`);
  return (await response.json()) as Mail[];
}

/** Finds the letter in the mailbox and answers the first of its links that leads to `path`. */
export async function linkFromMail(context: BrowserContext, email: string, path: string): Promise<string> {
  return visit(context, `${addresses.mail}/?to=${encodeURIComponent(email)}`, async (page) => {
    const emails = page.getByRole("listitem").filter({ hasText: email });
    await expect(async () => {
      await page.reload();
      await expect(emails.first()).toBeVisible({ timeout: 500 });
    }).toPass();
    await emails.first().getByRole("link").first().click();
    const links = page.getByText(/Links in this message/);
    await links.click();
    const found = page.getByRole("link").filter({ hasText: path }).first();
    return (await found.getAttribute("href")) as string;
  });
}

/** Pays on the page that the app sent `page` to, and comes back. */
export async function payCheckout(page: Page, texts: { card: RegExp; pay: RegExp }): Promise<void> {
  await page.waitForURL(`${addresses.stripe}/pay/**`);
  await page.getByRole("radio", { name: texts.card }).check();
  await page.getByRole("button", { name: texts.pay }).click();
  await page.waitForURL(`${addresses.app}/**`);
}

/** Gives Stripe everything it wants to know, and comes back. */
export async function finishOnboarding(page: Page, button: RegExp): Promise<void> {
  await page.waitForURL(`${addresses.stripe}/onboard/**`);
  await page.getByRole("button", { name: button }).click();
  await page.waitForURL(`${addresses.app}/**`);
}

/** Moves the parcel along on the carriers' page. */
export async function deliverParcel(context: BrowserContext, tracking_code: string): Promise<void> {
  await rest();
  await visit(context, addresses.carriers, async (page) => {
    const parcel = page.getByRole("article").filter({ hasText: tracking_code });
    await parcel.getByRole("button", { name: "In transit" }).click();
    await expect(parcel.getByRole("button", { name: "Out for delivery" })).toBeVisible();
    await parcel.getByRole("button", { name: "Delivered" }).click();
  });
  await rest();
}

/** Makes a channel on the sandbox's YouTube. */
export async function makeChannel(
  context: BrowserContext,
  { handle, name, followers }: { handle: string; name: string; followers: number },
): Promise<void> {
  await visit(context, `${addresses.social}/studio/youtube`, async (page) => {
    await page.getByLabel("Handle").fill(handle);
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Followers").fill(String(followers));
    await page.getByRole("button", { name: "Make the channel" }).click();
    await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  });
}

/** Writes into the channel's description, where only its owner can. */
export async function describeChannel(context: BrowserContext, handle: string, text: string): Promise<void> {
  await visit(context, `${addresses.social}/studio/youtube/${handle}`, async (page) => {
    await page.getByLabel("Channel description").fill(text);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByLabel("Channel description")).toHaveValue(text);
  });
}

/** Publishes on the channel, and answers the public address of the post. */
export async function publish(
  context: BrowserContext,
  handle: string,
  { title, text }: { title: string; text: string },
): Promise<string> {
  return visit(context, `${addresses.social}/studio/youtube/${handle}`, async (page) => {
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Description", { exact: true }).fill(text);
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
    return page.getByLabel("Public address").inputValue();
  });
}

/** What was paid in for an offer and what of it went back, charge by charge, as Stripe itself lists it; minor units. */
export async function refundsOf(
  offer_id: string,
): Promise<Array<{ funded: number; given_back: number; status: string | null }>> {
  const { hostname, port } = new URL(addresses.stripe);
  const stripe = new Stripe("sk_test_sandbox", { host: hostname, port, protocol: "http" });
  const { data: charges } = await stripe.charges.list({ transfer_group: offer_id });
  return Promise.all(
    charges.map(async ({ id, amount }) => {
      const { data: refunds } = await stripe.refunds.list({ charge: id });
      const given_back = refunds.reduce((sum, refund) => sum + refund.amount, 0);
      return { funded: amount, given_back, status: refunds.at(-1)?.status ?? null };
    }),
  );
}

/** What Stripe's dashboard shows of a kind of object, row by row. */
export async function stripeRows(
  context: BrowserContext,
  list: "transfers" | "refunds" | "payments",
): Promise<string[]> {
  return visit(context, `${addresses.stripe}/${list}`, (page) => page.getByRole("row").allInnerTexts());
}
