/**
 * The pages that platforms show to machines instead of a post: captchas and login pages, in each platform's own words. Where the words
 * come from: amazon-scrapers' checks ("Enter the characters you see below"), gallery-dl's tiktok.py (the challenge in `#cs`), yt-dlp.
 */
import { type Context, Hono } from "hono";
import { html, type Markup } from "../../frame/page";
import type { Platform } from "../world/platform";
import { visitorPage } from "./visitor-page";

/** A visitor stays on this machine: the path of the real login page, under the platform's own path here. */
const LOGIN: Record<Platform, { path: string; back: string }> = {
  youtube: { path: "/youtube/consent.youtube.com/m", back: "continue" },
  tiktok: { path: "/tiktok/login", back: "redirect_url" },
  instagram: { path: "/instagram/accounts/login/", back: "next" },
  amazon: { path: "/amazon/ap/signin", back: "openid.return_to" },
};

/** The login pages that walls lead to. */
export function makeWalls(): Hono {
  const walls = new Hono();
  for (const [platform, { path }] of Object.entries(LOGIN))
    walls.get(path, (c) => c.html(loginPage(platform as Platform)));
  return walls;
}

/** Sends a visitor to the platform's login page, from where they would come back. */
export function toLogin(c: Context, platform: Platform): Response {
  const { path, back } = LOGIN[platform];
  return c.redirect(`${path}?${back}=${encodeURIComponent(c.req.path)}`, 302);
}

const REAL_LOGIN: Record<Platform, string> = {
  youtube: "https://consent.youtube.com/m?continue=",
  tiktok: "https://www.tiktok.com/login?redirect_url=",
  instagram: "https://www.instagram.com/accounts/login/?next=",
  amazon: "https://www.amazon.com/ap/signin?openid.return_to=",
};

/** The login page at its real address: short links lead to real addresses, none of which is asked. */
export function realLogin(platform: Platform, back: string): string {
  return REAL_LOGIN[platform] + encodeURIComponent(back);
}

/** The same address with and without a mark: a visitor who follows goes in circles. */
export function inCircles(c: Context): Response {
  const here = new URL(c.req.url);
  if (here.searchParams.has("__wall")) here.searchParams.delete("__wall");
  else here.searchParams.set("__wall", "1");
  return c.redirect(here.pathname + here.search, 302);
}

export function loginPage(platform: Platform): Markup {
  const pages: Record<Platform, () => Markup> = {
    youtube: () =>
      visitorPage({
        platform: "YouTube",
        title: "Before you continue to YouTube",
        body: html`<h1>Before you continue to YouTube</h1><p>We use cookies and data to deliver and maintain Google services.</p>
<p><button>Reject all</button> <button>Accept all</button></p>`,
      }),
    tiktok: () =>
      visitorPage({
        platform: "TikTok",
        title: "Log in | TikTok",
        body: html`<h1>Log in to TikTok</h1><p class="soft">Manage your account, check notifications, comment on videos, and more.</p>`,
      }),
    instagram: () =>
      visitorPage({
        platform: "Instagram",
        title: "Login • Instagram",
        canonical: "https://www.instagram.com/accounts/login/",
        meta: {
          "og:title": "Login • Instagram",
          "og:site_name": "Instagram",
          description:
            "Welcome back to Instagram. Sign in to check out what your friends, family & interests have been capturing & sharing around the world.",
        },
        body: html`<h1>Instagram</h1><p>Phone number, username, or email</p><p>Password</p><p><button>Log in</button></p><p class="soft">Forgot password?</p>`,
      }),
    amazon: () =>
      visitorPage({
        platform: "Amazon",
        title: "Amazon Sign-In",
        body: html`<h1>Sign in or create account</h1><p>Enter mobile number or email</p><p><button>Continue</button></p>`,
      }),
  };
  return pages[platform]();
}

export function captchaPage(platform: Platform): Markup {
  const pages: Record<Platform, () => Markup> = {
    youtube: () =>
      visitorPage({
        platform: "Google",
        title: "https://www.youtube.com/",
        body: html`<form id="captcha-form" action="index" method="post"><p>Our systems have detected unusual traffic from your computer network.
This page checks to see if it's really you sending the requests, and not a robot.</p></form>`,
      }),
    tiktok: () =>
      visitorPage({
        platform: "TikTok",
        title: "Please wait...",
        body: html`<p>Please wait...</p><p id="cs" class="eyJ2Ijp7ImEiOiJ4IiwiYyI6InkifX0"></p><p id="wci" class="_wafchallengeid"></p>
<div id="captcha_container"><p>Drag the slider to fit the puzzle</p></div>`,
      }),
    instagram: () =>
      visitorPage({
        platform: "Instagram",
        title: "Instagram",
        body: html`<h1>Help us confirm it's you</h1><p>We detected unusual activity. Confirm that you're a person and not a robot.</p>`,
      }),
    amazon: () =>
      visitorPage({
        platform: "Amazon",
        title: "Amazon.com",
        body: html`<h1>Enter the characters you see below</h1><p>Sorry, we just need to make sure you're not a robot. For best results, please make sure your browser is accepting cookies.</p>
<form method="get" action="/errors/validateCaptcha"><p>Type the characters you see in this image:</p><button>Continue shopping</button></form>`,
      }),
  };
  return pages[platform]();
}
