/** Loads every language, emails included. Imported for its effect by what runs on a server; never by a browser's module. */
import en from "./en";
import { addTranslation } from "./translations";
import zh from "./zh";

for (const name of Object.keys(en) as (keyof typeof en)[]) {
  addTranslation("en", en[name], en[name]);
  addTranslation("zh", en[name], zh[name]);
}
