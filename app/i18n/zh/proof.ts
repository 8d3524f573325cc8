/** 在本站，作品的哪些内容由服务器核验，哪些由人工核验。 */
import type en from "../en/proof";
import type { Translated } from "../translated";

export default {
  title: "作品如何核验",
  screenshots: "截图不算数。",
  by: {
    youtube: "服务器从 YouTube 官方数据读取：是否公开、发布频道、发布时间、文字和时长。",
    youtube_no_key:
      "本站尚未接入 YouTube，因此由人工打开作品核验：是否公开、发布频道、发布时间、文字和时长。",
    tiktok:
      "服务器从 TikTok 官方数据读取：是否公开、发布频道、发布时间和文字。时长在页面允许自动读取时由服务器读取，否则由人工核验。",
    instagram:
      "服务器从 Instagram 官方数据读取：是否公开和发布时间。发布频道和文字在页面允许自动读取时由服务器读取，否则由人工核验。时长一律由人工核验。",
    amazon:
      "亚马逊页面允许自动读取时，由服务器读取：是否公开、发布频道、文字，以及页面注明的发布时间，否则由人工核验。时长一律由人工核验。",
  },
} satisfies Translated<typeof en>;
