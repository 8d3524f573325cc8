/** The module that Remix's Vite plugin makes of all routes. */
declare module "virtual:remix/server-build" {
  export * from "@remix-run/dev/server-build";
}
