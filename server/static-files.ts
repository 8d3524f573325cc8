/** The built client: hashed files for ever, the others for an hour, each compressed once at build time where that helped. */
import { existsSync } from "node:fs";
import { serveStatic } from "@hono/node-server/serve-static";
import type { MiddlewareHandler } from "hono";

const ONE_YEAR_S = 365 * 24 * 60 * 60;
const ONE_HOUR_S = 60 * 60;

/** Answers with a file of `root` where there is one for the path and passes the request on otherwise. */
export function staticFiles(root: string): MiddlewareHandler {
  if (!existsSync(root)) throw new Error(`There is no built client in ${root}; run \`npm run build\`.`);
  const serve = serveStatic({ root, precompressed: true });
  return async (c, next) => {
    if (!/\.\w+$/.test(c.req.path)) return next();
    const file = await serve(c, next);
    if (!(file instanceof Response)) return;
    const hashed = c.req.path.startsWith("/assets/");
    const age = hashed ? `max-age=${ONE_YEAR_S}, immutable` : `max-age=${ONE_HOUR_S}`;
    file.headers.set("cache-control", `public, ${age}`);
    return file;
  };
}
