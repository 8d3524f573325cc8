/** Somebody with a browser of their own, from the sign-up on. */
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import en from "@/app/i18n/en";
import "@/app/i18n/languages";
import { LANGUAGE_TAGS, type Locale } from "@/app/i18n/locales";
import { translator, type Values } from "@/app/i18n/texts";
import type { Texts } from "@/app/i18n/translations";
import { addresses } from "../../setup/e2e-addresses";
import { linkFromMail, rest } from "./sandbox";

export type Person = {
  page: Page;
  context: BrowserContext;
  name: string;
  email: string;
  locale: Locale;
  /** The product's own words in this person's language; `t("account:sign_up.submit")`. */
  t: (key: string, values?: Values) => string;
};

const PASSWORD = "a lamp on a quiet desk";

/** One browser for each person, in their language. */
export async function newPerson(
  browser: Browser,
  { name, locale = "en" }: { name: string; locale?: Locale },
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: addresses.app,
    locale: LANGUAGE_TAGS[locale],
    timezoneId: "UTC",
    viewport: { width: 1280, height: 900 },
  });
  const mark = Math.random().toString(36).slice(2, 8);
  return {
    context,
    page: await context.newPage(),
    name,
    email: `${mark}@stories.postbond.test`,
    locale,
    t: (name, values) => textOf(locale, name, values),
  };
}

/** @throws Error for a text that does not exist: a story would look for it in vain */
function textOf(locale: Locale, name: string, values?: Values): string {
  const [file = "", key = ""] = name.split(":");
  const texts: Texts | undefined = (en as Record<string, Texts>)[file];
  const t = texts && translator(texts, locale);
  if (!t?.has(key)) throw new Error(`There is no text ${name}`);
  return t(key, values);
}

export async function signUp(person: Person, role: "brand" | "creator"): Promise<void> {
  const { page, t } = person;
  await page.goto("/sign-up");
  await page.getByRole("radio", { name: t(`account:sign_up.${role}`) }).check({ force: true });
  await page.getByLabel(t("account:name"), { exact: true }).fill(person.name);
  await page.getByLabel(t("account:email"), { exact: true }).fill(person.email);
  await page.getByLabel(t("account:password"), { exact: true }).fill(PASSWORD);
  await page.getByRole("checkbox", { name: t("account:sign_up.terms") }).check({ force: true });
  await page.getByRole("button", { name: t("account:sign_up.submit") }).click();
  await expect(page.getByRole("heading", { name: t("account:confirm.title") })).toBeVisible();
}

export async function confirmEmail(person: Person): Promise<void> {
  const { page, context, email, t } = person;
  await rest();
  await page.goto(await linkFromMail(context, email, "/confirm-email/"));
  await page.getByRole("button", { name: t("account:confirm.yes") }).click();
  await page.waitForURL(/\/(brand|creator)/);
}
