/** What every stand-in is made of: a name, a web-standard handler served on its own loopback port, and an end. */
import type { SandboxClock } from "./clock";
import type { Nav } from "./page";
import type { Store } from "./store";

export type StandInContext = {
  clock: SandboxClock;
  store: Store;
  /** This stand-in's own address as others reach it, without a trailing slash. */
  url: string;
  /** The address of the app that gets webhooks and job calls, without a trailing slash. */
  app_url: string;
  /** The row of links of the human pages: `page({ title, nav: context.nav, body })`. */
  nav: Nav;
  env: Record<string, string | undefined>;
};

export type StandIn = {
  name: string;
  /** `bindings` are Node's own request and answer, for a stand-in that has to cut a line. */
  fetch: (request: Request, bindings?: object) => Response | Promise<Response>;
  close?: () => void | Promise<void>;
};

export type MakeStandIn = (context: StandInContext) => StandIn;
