/**
 * Routes are folders under `app/routes`, named in Remix's flat convention:
 *
 *     _index/route.tsx               /
 *     offers._index/route.tsx        /offers
 *     offers.$id/route.tsx           /offers/:id
 *     brand/route.tsx                frame around every /brand/… page (an `<Outlet />`)
 *     brand._index/route.tsx         /brand
 *     brand.offers.new/route.tsx     /brand/offers/new
 *     brand_.print/route.tsx         /brand/print, outside of the brand frame (trailing underscore)
 *     webhooks.stripe/route.tsx      a resource route: loader and action, no default export
 *
 * `route.tsx` is a table of contents: parse, authorise, call the domain, render. `queries.ts`, `actions.ts` and `parts.tsx` beside it
 * are ordinary modules; only `route.tsx` makes a route.
 */
import { flatRoutes } from "@remix-run/fs-routes";

export default flatRoutes();
