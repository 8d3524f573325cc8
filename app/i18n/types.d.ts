/** Keys are checked against the English texts wherever `t` is called. */
import "i18next";
import type en from "./en";
import type emails from "./en/emails";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof en & { emails: typeof emails };
    returnNull: false;
  }
}
