/** The sellers of the demo market. Invented; any likeness to a real brand is chance. */
import type { PaletteName } from "./photos/render";

export type DemoBrand = {
  key: string;
  name: string;
  about: string;
  website: string;
  country: string;
  time_zone: string;
  locale: "en" | "zh";
  verified: boolean;
  owner: { name: string; email: string };
  palette: PaletteName;
};

const mail = (name: string) => `${name}@demo.postbond.test`;

export const BRANDS: readonly DemoBrand[] = [
  {
    key: "northfold",
    name: "Northfold",
    about:
      "Desk and travel goods made to be repaired. We answer every message within a working day and ship samples from Portland, Oregon.",
    website: "https://northfold.example",
    country: "US",
    time_zone: "America/Los_Angeles",
    locale: "en",
    verified: true,
    owner: { name: "Maya Hollis", email: mail("brand") },
    palette: "indigo",
  },
  {
    key: "lumora",
    name: "Lumora 光屿",
    about:
      "Lighting and home scent from Shenzhen, sold in the US, Canada and Germany. 我们在深圳设计台灯、香薰与营地灯，主要面向北美与德国市场。",
    website: "https://lumora.example",
    country: "CN",
    time_zone: "Asia/Shanghai",
    locale: "zh",
    verified: true,
    owner: { name: "林晓雯", email: mail("zh-brand") },
    palette: "butter",
  },
  {
    key: "pawlane",
    name: "Pawlane",
    about:
      "Bowls, beds and treats for dogs and cats who have opinions. Family business in Leeds; samples leave within two days.",
    website: "https://pawlane.example",
    country: "GB",
    time_zone: "Europe/London",
    locale: "en",
    verified: true,
    owner: { name: "Tom Ashworth", email: mail("pawlane") },
    palette: "sky",
  },
  {
    key: "qingye",
    name: "Qingye Tea 青叶",
    about:
      "Loose-leaf tea from three gardens in Anxi and Wuyishan, packed in tins that keep it fresh. 来自安溪与武夷山的原叶茶。",
    website: "https://qingye.example",
    country: "CN",
    time_zone: "Asia/Shanghai",
    locale: "zh",
    verified: true,
    owner: { name: "陈志远", email: mail("qingye") },
    palette: "forest",
  },
  {
    key: "soleil",
    name: "Soleil & Fern",
    about:
      "Small-batch skincare without perfume. Made in Montréal, tested on us. We like honest first impressions.",
    website: "https://soleilfern.example",
    country: "CA",
    time_zone: "America/Toronto",
    locale: "en",
    verified: true,
    owner: { name: "Amélie Gagnon", email: mail("soleil") },
    palette: "blush",
  },
  {
    key: "trailkin",
    name: "Trailkin",
    about:
      "Packs, tents and lanterns for people who go outside on Friday evening. Designed in Denver, mended for life.",
    website: "https://trailkin.example",
    country: "US",
    time_zone: "America/Denver",
    locale: "en",
    verified: true,
    owner: { name: "Reggie Okafor", email: mail("trailkin") },
    palette: "terracotta",
  },
  {
    key: "yuanbox",
    name: "YuanBox 元盒",
    about:
      "Earbuds, chargers and keyboards straight from the factory in Dongguan; warehouse in New Jersey. 东莞工厂直供，新泽西海外仓发货。",
    website: "https://yuanbox.example",
    country: "CN",
    time_zone: "Asia/Shanghai",
    locale: "zh",
    verified: true,
    owner: { name: "王浩", email: mail("yuanbox") },
    palette: "graphite",
  },
  {
    key: "littleoak",
    name: "Little Oak",
    about: "Wooden toys and nursery things from Freiburg. Everything is sanded by hand and safe to chew on.",
    website: "https://littleoak.example",
    country: "DE",
    time_zone: "Europe/Berlin",
    locale: "en",
    verified: false,
    owner: { name: "Jonas Keller", email: mail("littleoak") },
    palette: "sage",
  },
];
