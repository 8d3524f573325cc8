/** Pay is for a post, never for a review in a shop; "review" is also an honest word of creators. */
import { describe, expect, test } from "vitest";
import { findBriefFault } from "@/app/domain/offer/brief-rules";

const REFUSED = [
  "Leave a 5-star review on Amazon",
  "Please leave us a five star rating after you have tried it",
  "Post an honest review on our Amazon listing",
  "Write a review on the product page",
  "Rate us on Amazon once it has arrived",
  "Give 5 stars and post a screenshot",
  "Drop a 5 star review!",
  "Leave positive feedback on eBay",
  "Submit an Amazon review with two photos",
  "We need a verified purchase review",
  "Add a customer review with a picture",
  "Leave seller feedback",
  "Review it on Amazon within a week",
  "Review the product on Etsy, please",
  "On Amazon, leave a short review with a photo",
  "Share your rating on the Walmart listing",
  "Upload the video to the Amazon reviews section of our listing",
  "After filming, go to Amazon and write a few words in the reviews",
  "A ★★★★★ review on Amazon would be great",
  "rate the product 5/5 on our store",
  "写好评",
  "请留五星好评",
  "收到货后给个5星评价",
  "需要在亚马逊留评",
  "帮忙在店铺写评价",
  "拍完视频后请在亚马逊上打五星",
  "好评返现，联系客服",
  "可以接受刷评的达人优先",
  "请到商品页评论区晒单好评",
];

const ALLOWED = [
  "A thorough video review on your own channel",
  "Video review of the product on YouTube",
  "Make a review video, at least three minutes long",
  "Give your honest review in the video",
  "Review the lamp in your own words on TikTok",
  "Say what you think, good or bad",
  "Do not ask viewers to leave a review on Amazon",
  "Please do not leave a review on Amazon for this",
  "Never post a star rating in any shop",
  "Link to the Amazon product page in the description",
  "Show the product page on Amazon and where to find it",
  "Film under the stars on a clear night",
  "Give the five-star hotel look to your desk",
  "Leave the packaging in the picture",
  "We love feedback about the brief, write to us any time",
  "Show how the bottle rates against your old one",
  "A day in your life with the bag",
  "Write the name of the tea on screen",
  "在 YouTube 上发布测评视频",
  "请在视频中真实评价产品的优缺点",
  "不要写好评，也不要打分",
  "请勿在亚马逊留评",
  "展示五个使用场景",
  "视频里请说出真实感受",
];

describe("a brief that asks for a review in a shop is refused", () => {
  test.each(REFUSED)("%s", (text) => {
    expect(findBriefFault([text])).toMatchObject({ code: "asks_for_review" });
  });
});

describe("what creators call a review, or what forbids one, is not", () => {
  test.each(ALLOWED)("%s", (text) => {
    expect(findBriefFault([text])).toBeNull();
  });
});

test("the fault names what it found, in whichever text it stands", () => {
  expect(findBriefFault(["A calm video", "then leave a 5-star review on Amazon"])?.found).toMatch(/5-star/);
});
