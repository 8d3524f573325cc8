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
  for (const [button, times] of steps)
    for (let time = 0; time < times; time++) {
      // A page for each turn: the one that turns reloads itself meanwhile, and would interrupt what is asked of it next.
      await visit(context, addresses.home, async (page) => {
        const taken = page.waitForEvent("framenavigated");
        await page.getByRole("button", { name: button, exact: true }).click();
        await taken;
      });
      await rest(); // one turn is done after the other
    }
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

/** Where a story's creator posts; YouTube unless it says otherwise. */
type On = { platform?: "youtube" | "tiktok" };

const studioOf = ({ platform = "youtube" }: On, handle = "") =>
  `${addresses.social}/studio/${platform}${handle && `/${handle}`}`;

/** Makes a channel on one of the sandbox's platforms. */
export async function makeChannel(
  context: BrowserContext,
  { handle, name, followers, ...on }: { handle: string; name: string; followers: number } & On,
): Promise<void> {
  await visit(context, studioOf(on), async (page) => {
    await page.getByLabel("Handle").fill(handle);
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Followers").fill(String(followers));
    await page.getByRole("button", { name: "Make the channel" }).click();
    await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  });
}

/** Writes into the channel's description, where only its owner can. */
export async function describeChannel(
  context: BrowserContext,
  handle: string,
  { text, ...on }: { text: string } & On,
): Promise<void> {
  await visit(context, studioOf(on, handle), async (page) => {
    const form = formOf(page, "The channel");
    const description = form.getByLabel(/^(Channel description|Bio)/);
    await description.fill(text);
    await form.getByRole("button", { name: "Save" }).click();
    await expect(description).toHaveValue(text);
  });
}

/** Gives the channel another handle; its id, posts and followers stay. */
export async function renameChannel(
  context: BrowserContext,
  handle: string,
  { to, ...on }: { to: string } & On,
): Promise<void> {
  await visit(context, studioOf(on, handle), async (page) => {
    const form = formOf(page, "The account");
    await form.getByLabel("Handle").fill(to);
    await form.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(studioOf(on, to));
  });
}

/** Publishes on the channel, and answers the public address of the post. On TikTok a post has no title. */
export async function publish(
  context: BrowserContext,
  handle: string,
  { title, text, ...on }: { title?: string; text: string } & On,
): Promise<string> {
  return visit(context, studioOf(on, handle), async (page) => {
    if (title) await page.getByLabel("Title").fill(title);
    await page.getByLabel(/^(Description|Caption)/).fill(text);
    await page.getByRole("button", { name: "Publish" }).click();
    await page.waitForURL(`${addresses.social}/posts/*`);
    return page.getByLabel("Public address").inputValue();
  });
}

/** On the studio's page of the post with this public address. */
function onPost(context: BrowserContext, url: string, act: (page: Page) => Promise<void>): Promise<void> {
  const id = /[\w-]+$/.exec(url)?.[0];
  return visit(context, `${addresses.social}/posts/${id}`, act);
}

/** Hides the post from everybody but its owner, or shows it again. */
export async function setVisibility(
  context: BrowserContext,
  url: string,
  to: "private" | "public",
): Promise<void> {
  await onPost(context, url, async (page) => {
    await page.getByRole("button", { name: `Make ${to}` }).click();
    const back = to === "private" ? "Make public" : "Make private";
    await expect(page.getByRole("button", { name: back })).toBeVisible();
  });
}

/** What whoever asks for the post gets instead of it, as the studio names it: "A captcha page", or "The post itself" again. */
export async function answerWith(context: BrowserContext, url: string, label: string): Promise<void> {
  await onPost(context, url, async (page) => {
    const form = formOf(page, "Odd answers");
    await form.getByLabel("Answer with").selectOption({ label });
    await Promise.all([
      page.waitForResponse((response) => response.request().method() === "GET"),
      form.getByRole("button", { name: "Save" }).click(),
    ]);
    await expect(form.getByLabel("Answer with").locator("option:checked")).toHaveText(label);
  });
}

/** The form under this heading. */
const formOf = (page: Page, heading: string) =>
  page.locator("form").filter({ has: page.getByRole("heading", { name: heading, exact: true }) });

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
