/** Pages that platforms put before their visitors: sign in, prove that you are a person. They say nothing about what was asked for. */
import type { Fetched } from "@/app/lib/safe-fetch";
import { pageHead } from "./page-text";

/** Folders and pages that ask visitors to sign in or to prove something, on the platform itself or on its owner's other hosts. */
const WALL_PATH =
  /(?:^|\/)(?:accounts\/(?:login|suspended)|login(?:\.php)?|challenge|checkpoint|validateCaptcha|ap\/(?:signin|cvf)|ServiceLogin|sorry)(?:\/|$)/i;
const WALL_HOST = /^(?:consent|accounts)\.(?:youtube|google)\.com$/;
/** What such pages call themselves. */
const WALL_TITLE =
  /^(?:login\b|log in\b|sign in\b|amazon sign-in|robot check|security check|verify (?:to continue|you are human)|just a moment|instagram$|before you continue)/i;
const CAPTCHA =
  /validateCaptcha|captcha-verify|captcha_container|id="captcha|enter the characters you see below|verify you are human|unusual traffic from your/i;
/** A captcha's marks stand near its beginning; pages are large. */
const LOOKED_AT = 40_000;

export function isWallAddress(url: URL): boolean {
  return WALL_HOST.test(url.hostname) || WALL_PATH.test(url.pathname);
}

/** Only for pages: JSON has no walls. */
export function isWall(answer: Fetched): boolean {
  const url = new URL(answer.final_url);
  if (isWallAddress(url)) return true;
  if (!/html/i.test(answer.content_type)) return false;
  const beginning = answer.body_text.slice(0, LOOKED_AT);
  return CAPTCHA.test(beginning) || isSignIn(answer.body_text);
}

function isSignIn(html: string): boolean {
  const { title, canonical } = pageHead(html);
  const of_itself = canonical === null || (URL.canParse(canonical) && isWallAddress(new URL(canonical)));
  return of_itself && WALL_TITLE.test(title);
}
