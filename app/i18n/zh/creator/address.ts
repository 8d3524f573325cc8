import type en from "../../en/creator/address";
import type { Translated } from "../../translated";

export default {
  title: "收货地址",
  lead: "品牌方把样品寄到这里。",
  privacy_title: "谁能看到",
  privacy: "仅在双方接受需要寄样的协议后，该品牌方才能在本次合作中看到。地址不会公开。",
  full_name: "收件人姓名",
  line1: "街道和门牌号",
  line2: "单元、楼层、公司",
  city: "城市",
  region: "省或州",
  postal_code: "邮政编码",
  country: "国家或地区",
  phone: "电话",
  phone_hint: "部分物流公司需要。",
  save: "保存地址",
  saved: "地址已保存。",
} satisfies Translated<typeof en>;
