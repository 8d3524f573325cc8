/** Loads both languages, letters included. Imported for its effect by what runs on a server; never by a browser's module. */
import en from "./en";
import emailsInEnglish from "./en/emails";
import { addLanguage } from "./instance";
import zh from "./zh";
import emailsInChinese from "./zh/emails";

addLanguage("en", { ...en, emails: emailsInEnglish });
addLanguage("zh", { ...zh, emails: emailsInChinese });
