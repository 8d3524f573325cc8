/** A post is judged by what is known of it: what is hidden, what no machine can see, and what has another name by now. */
import { expect, test } from "@playwright/test";
import { addresses } from "../setup/e2e-addresses";
import { withNightly } from "../setup/nightly";
import { approve, expectStateNow, submitPost } from "../support/e2e/deal";
import { look } from "../support/e2e/look";
import {
  agreeAndDeliver,
  GOOD_TEXT,
  LAMP,
  liveOffer,
  mark,
  someBrand,
  someCreator,
} from "../support/e2e/market";
import { openCase, passPost, someOperator } from "../support/e2e/operator";
import type { Person } from "../support/e2e/person";
import {
  answerWith,
  makeChannel,
  publish,
  renameChannel,
  rest,
  setVisibility,
  turn,
} from "../support/e2e/sandbox";

/** A text on this person's page, in their language. */
const says = ({ page, t }: Person, key: string, values?: Record<string, string>) =>
  expect(page.getByText(t(key, values)).filter({ visible: true }).first()).toBeVisible();
const saysNot = ({ page, t }: Person, key: string) => expect(page.getByText(t(key))).toHaveCount(0);

test("a private video fails at the second look, and passes once it is public", async ({ browser }) => {
  const handle = `ines.${mark()}`;
  const brand = await someBrand(browser, { name: "Paul Arnold" }, `Arnold ${mark()}`);
  const creator = await someCreator(browser, { name: "Ines Duarte" }, { handle });
  const id = await agreeAndDeliver(brand, creator, await liveOffer(brand));
  const video = { title: "My desk, by night", text: GOOD_TEXT };

  await test.step("hidden", async () => {
    const url = await publish(creator.context, handle, video);
    await setVisibility(creator.context, url, "private");
    await submitPost(creator, id, url);
    await rest();
    await expectStateNow(creator, id, "verifying");
    await says(creator, "looks:denied");
    await says(creator, "verification:code.not_live_once");
    await saysNot(creator, "collaboration:post.verdict.failed");
    await look(creator, "private-first-look");

    await turn(creator.context, { hours: 1 });
    await expectStateNow(creator, id, "verifying");
    await says(creator, "collaboration:post.verdict.failed");
    await says(creator, "verification:code.private");
    await says(creator, "lifecycle:due.cure");
    await says(creator, "state-meaning:creator.cure");
    await look(creator, "private-second-look");
    await brand.page.goto(`/collaborations/${id}`);
    await look(brand, "private-for-the-brand");

    await setVisibility(creator.context, url, "public");
    await submitPost(creator, id, url);
    await rest();
    await expectStateNow(creator, id, "in_review");
    await says(creator, "collaboration:post.verdict.passed");
    await look(creator, "public-again");
  });

  await test.step("hidden only at the first look", async () => {
    const second_id = await agreeAndDeliver(brand, creator, await liveOffer(brand));
    const url = await publish(creator.context, handle, { ...video, title: "My desk, once more" });
    await setVisibility(creator.context, url, "private");
    await submitPost(creator, second_id, url);
    await rest();
    await expectStateNow(creator, second_id, "verifying");
    await setVisibility(creator.context, url, "public");
    await turn(creator.context, { hours: 1 });
    await expectStateNow(creator, second_id, "in_review");
    await says(creator, "collaboration:post.verdict.passed");
  });
});

test("一天打不开的作品：人工查看后付款", async ({ browser }) => {
  const own = { handle: `wanqing.${mark()}`, platform: "tiktok" } as const;
  const brand = await someBrand(browser, { name: "Greta Holm" }, `Holm ${mark()}`);
  const creator = await someCreator(browser, { name: "林晚晴", locale: "zh" }, own);
  const operator = await someOperator(browser, { name: "陈默", locale: "zh" });
  const offer_id = await liveOffer(brand, { ...LAMP, platform: "tiktok" });
  const id = await agreeAndDeliver(brand, creator, offer_id);
  const url = await publish(creator.context, own.handle, { platform: "tiktok", text: GOOD_TEXT });

  await test.step("an address that names another channel is refused at once", async () => {
    const other = { handle: `other.${mark()}`, platform: "tiktok" } as const;
    await makeChannel(creator.context, { ...other, name: "Somebody else", followers: 9 });
    const theirs = await publish(creator.context, other.handle, { platform: "tiktok", text: GOOD_TEXT });
    const { page, t } = creator;
    await page.goto(`/collaborations/${id}`);
    const field = page.getByRole("textbox", { name: t("collaboration:form.url") });
    await field.fill(theirs);
    await page.getByRole("button", { name: t("lifecycle:act.submit"), exact: true }).click();
    await says(creator, "errors/refusals:url_other_channel", { found: other.handle, channel: own.handle });
    await expect(field).toHaveValue(theirs);
    await look(creator, "another-channel");
  });

  await answerWith(creator.context, url, "A captcha page");
  await submitPost(creator, id, url);
  await rest();
  await expectStateNow(creator, id, "verifying");
  await says(creator, "looks:asking");
  await says(creator, "verification:code.wall");
  await saysNot(creator, "collaboration:post.verdict.failed");
  await look(creator, "wall");

  await turn(creator.context, { days: 1, hours: 1 });
  await expectStateNow(creator, id, "verifying");
  await says(creator, "collaboration:next.needs_operator");
  await saysNot(creator, "collaboration:post.verdict.failed");
  await look(creator, "wall-after-a-day");

  await operator.page.goto("/operator/verifications");
  await says(operator, "verification:code.wall");
  await look(operator, "cases");
  await openCase(operator, creator);
  const post = operator.page.getByRole("link", { name: operator.t("collaboration:post.open") });
  await expect(post).toHaveAttribute("href", url);
  await look(operator, "case");
  await passPost(operator, "在浏览器中打开了作品：公开可见，开头有 #ad，产品链接正确。");
  await says(operator, "collaboration:post.verdict_by_operator.passed");
  await look(operator, "case-passed");

  await expectStateNow(creator, id, "in_review");
  await look(creator, "passed-by-hand");
  await answerWith(creator.context, url, "The post itself");
  await brand.page.goto(`/collaborations/${id}`);
  await look(brand, "to-review");
  await approve(brand, id);
  await turn(brand.context, { weeks: 1, days: 1, hours: 2 }); // a first time for both: the pay rests for seven days
  await expectStateNow(creator, id, "monitoring");
  await says(creator, "looks:title");
  await says(creator, "looks:by.operator");
  await says(creator, "looks:by.machine");
  await look(creator, "looks");
  await brand.page.goto(`/collaborations/${id}`);
  await look(brand, "looks-for-the-brand");
});

test("a renamed channel is known by its new name", async ({ browser }) => {
  const [before, after] = [`lea.${mark()}`, `lea.lights.${mark()}`];
  const brand = await someBrand(browser, { name: "Otto Kern" }, `Kern ${mark()}`);
  const creator = await someCreator(browser, { name: "Lea Marin" }, { handle: before });
  const id = await agreeAndDeliver(brand, creator, await liveOffer(brand));
  await renameChannel(creator.context, before, { to: after });
  await turn(creator.context, { weeks: 1 }); // what was asked a week ago is asked again
  await withNightly(addresses.inngest, "refresh-channels", () => turn(creator.context, { days: 1 }));

  await creator.page.goto("/creator/channels");
  await expect(creator.page.getByText(after, { exact: true })).toBeVisible();
  await says(creator, "creator/channels:renamed", { former: before });
  await look(creator, "renamed-channel");

  const url = await publish(creator.context, after, { title: "My desk, by night", text: GOOD_TEXT });
  await submitPost(creator, id, url);
  await rest();
  await expectStateNow(creator, id, "in_review");
  await says(creator, "collaboration:post.verdict.passed");
  await says(creator, "verification:code.own_channel_renamed", { channel: after, agreed: before });
  await look(creator, "renamed-passed");
  await brand.page.goto(`/collaborations/${id}`);
  await look(brand, "renamed-for-the-brand");
});
