import type en from "../../en/creator/profile";
import type { Translated } from "../../translated";

export default {
  new_title: "创建个人主页",
  new_lead: "申请合作时，品牌方会看到这些内容。可随时修改。",
  title: "个人资料",
  lead: "品牌方和访客会看到这些内容。",
  public: "查看公开主页",
  handle: "用户名",
  handle_hint: "小写字母、数字、点和下划线，用于主页链接。",
  name: "名字",
  bio: "个人简介",
  bio_hint: "您创作什么，给谁看。两三句话即可。",
  country: "国家或地区",
  country_hint: "您居住和纳税的地方，与收款账户绑定。",
  categories: "内容领域",
  categories_hint: "最多 6 个。",
  avatar: "头像",
  create: "创建主页",
  save: "保存资料",
  saved: "资料已保存。",
  more: "更多设置",
  address: "收货地址",
  channels: "频道",
  standing: "信誉",
} satisfies Translated<typeof en>;
