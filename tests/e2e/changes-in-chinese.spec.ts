/** 简体中文: the brand asks for changes, the creator hands in a second post, the brand approves by hand. */
import { expect, test } from "@playwright/test";
import { approve, expectStateNow, requestChanges, submitPost } from "../support/e2e/deal";
import { look } from "../support/e2e/look";
import { agreeAndDeliver, liveOffer, mark, someBrand, someCreator } from "../support/e2e/market";
import { mailsTo, publish, rest, turn } from "../support/e2e/sandbox";

const LAMP = {
  title: "在夜晚的书桌上展示我们的台灯",
  product: "哈尔登台灯",
  asin: "B0HALDEN02",
  summary: "请在真实的书桌上展示台灯，白天与夜晚各拍一段，并说明灯光带来的变化。",
  must_show: "在昏暗的房间里点亮台灯",
  hashtag: "#哈尔登台灯",
  fee: "180",
};
const TEXT = "#ad 深夜工作的一盏静灯。 #哈尔登台灯\nhttps://www.amazon.com/dp/B0HALDEN02";
const CHANGE_NOTE = "请在开头三十秒内展示台灯在昏暗房间里点亮的画面。";

test("先请求修改，再手动批准", async ({ browser }) => {
  const handle = `xiaoyu.${mark()}`;
  const brand = await someBrand(browser, { name: "李娜", locale: "zh" }, "哈尔登灯具");
  await look(brand, "brand-overview");
  const creator = await someCreator(browser, { name: "周小雨", locale: "zh" }, { handle });
  const offer_id = await liveOffer(brand, LAMP);
  await look(brand, "offer-live");
  const id = await agreeAndDeliver(brand, creator, offer_id);
  await look(creator, "creating");

  await submitPost(creator, id, await publish(creator.context, handle, { title: "夜晚的书桌", text: TEXT }));
  await rest();
  await expectStateNow(brand, id, "in_review");
  await look(brand, "to-review");
  await requestChanges(brand, id, {
    clause: brand.t("collaboration:clause_choice.must_show", { text: LAMP.must_show }),
    note: CHANGE_NOTE,
  });
  await expectStateNow(creator, id, "changes_requested");
  await expect(creator.page.getByText(CHANGE_NOTE).first()).toBeVisible();
  await look(creator, "changes-requested");

  const better = await publish(creator.context, handle, { title: "夜晚的书桌，重拍", text: TEXT });
  await submitPost(creator, id, better);
  await rest();
  await approve(brand, id);
  await look(brand, "approved");
  await turn(brand.context, { weeks: 1, hours: 1 }); // a first time for both: the pay rests for seven days
  await expectStateNow(creator, id, "paid", "monitoring");
  await look(creator, "paid");
  const subjects = (await mailsTo(creator.email)).map(({ subject }) => subject);
  expect(subjects.some((subject) => subject.includes("哈尔登灯具"))).toBe(true);
  await expect(creator.page.locator("html")).toHaveAttribute("lang", "zh-CN");
});
