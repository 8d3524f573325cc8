/** What a creator sets up before the first job: profile, address, a proven channel, an account for the pay. */
import { expect } from "@playwright/test";
import type { Person } from "./person";
import { describeChannel, finishOnboarding, makeChannel } from "./sandbox";

/** Where the creator posts. */
export type OwnChannel = { handle: string; platform?: "youtube" | "tiktok" };

/** @param seen is called on each page when it is ready to be looked at */
export async function setUpCreator(
  person: Person,
  { handle, platform = "youtube" }: OwnChannel,
  seen: (name: string) => Promise<void> = async () => {},
): Promise<void> {
  await fillProfile(person, handle);
  await seen("creator-overview");
  await fillAddress(person, handle);
  await seen("address");
  await verifyChannel(person, { handle, platform }, seen);
  await onboard(person);
  await seen("payouts");
}

const field = ({ page, t }: Person, name: string) =>
  page.getByRole("textbox", { name: t(`creator/${name}`) }).first();

async function fillProfile(person: Person, handle: string): Promise<void> {
  const { page, t } = person;
  await page.goto("/creator");
  await field(person, "profile:handle").fill(handle);
  await page.getByRole("combobox", { name: t("creator/profile:country") }).selectOption("US");
  await page.getByRole("button", { name: t("creator/profile:create") }).click();
  await page.waitForURL(/\/creator$/);
}

/** A street of their own: whoever lives where somebody blacklisted does is recognised, and refused. */
async function fillAddress(person: Person, handle: string): Promise<void> {
  const { page, t } = person;
  await page.goto("/creator/address");
  await field(person, "address:line1").fill(`1 ${handle} Street`);
  await field(person, "address:city").fill("Springfield");
  await field(person, "address:region").fill("IL");
  await field(person, "address:postal_code").fill("62701");
  await page.getByRole("button", { name: t("creator/address:save") }).click();
  await expect(page.getByText(t("creator/address:saved"))).toBeVisible();
}

/** Puts the channel on the list, its code into the channel's description, and asks us to look. */
async function verifyChannel(
  person: Person,
  { handle, platform }: Required<OwnChannel>,
  seen: (name: string) => Promise<void>,
): Promise<void> {
  const { page, context, t } = person;
  await makeChannel(context, { platform, handle, name: person.name, followers: 12_000 });
  await page.goto("/creator/channels");
  await page.getByRole("radio", { name: t(`common:platform.${platform}`) }).check({ force: true });
  await field(person, "channels:handle").fill(handle);
  await field(person, "channels:followers").fill("12000");
  await page.getByRole("button", { name: t("creator/channels:add") }).click();
  const code = await page.getByLabel(t("creator/channels:code")).inputValue();
  await seen("channel-to-verify");
  await describeChannel(context, handle, { platform, text: `Lamps and desks. ${code}` });
  await page.getByRole("button", { name: t("creator/channels:check") }).click();
  await expect(page.getByText(t("creator/channels:checked"))).toBeVisible();
  await seen("channel-verified");
}

async function onboard(person: Person): Promise<void> {
  const { page, t } = person;
  await page.goto("/creator/payouts");
  await page.getByRole("button", { name: t("creator/payouts:begin") }).click();
  await finishOnboarding(page, /Give everything and finish|提交全部资料并完成/);
  await expect(page.getByText(t("creator/payouts:condition.active.title"))).toBeVisible();
}
