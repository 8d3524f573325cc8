/** What every emulator is made of: a name, a web-standard handler served on its own loopback port, and an end. */
import type { SandboxClock } from "./clock";
import type { Nav } from "./page";
import type { Store } from "./store";

export type EmulatorContext = {
  clock: SandboxClock;
  store: Store;
  /** This emulator's own address as others reach it, without a trailing slash. */
  url: string;
  /** The address of the app that gets webhooks and job calls, without a trailing slash. */
  app_url: string;
  /** The row of links of the human pages: `page({ title, nav: context.nav, body })`. */
  nav: Nav;
  env: Record<string, string | undefined>;
};

export type Emulator = {
  name: string;
  /** `bindings` are Node's own request and answer, for an emulator that has to cut a line. */
  fetch: (request: Request, bindings?: object) => Response | Promise<Response>;
  close?: () => void | Promise<void>;
};

export type MakeEmulator = (context: EmulatorContext) => Emulator;
