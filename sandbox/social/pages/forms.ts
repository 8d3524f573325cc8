/** Reads the studio's forms, and says what could not be done. */
import type { Context } from "hono";
import { html, page } from "../../frame/page";
import { type Studio, studioPage } from "./layout";

/** Browsers send line breaks as CR LF; posts have LF. */
export async function form(c: Context): Promise<Record<string, string | undefined>> {
  const fields = Object.entries(await c.req.parseBody());
  return Object.fromEntries(
    fields.map(([name, value]) => [name, String(value).replaceAll("\r\n", "\n").trim()]),
  );
}

export function gone(c: Context, studio: Studio) {
  const body = html`<h1>Nothing here</h1><p>There is no such channel or post. <a href="/">All channels</a></p>`;
  return c.html(page({ ...studioPage(studio), title: "Nothing here", body }), 404);
}

/** For what the world refuses in words. @throws whatever else went wrong */
export function refused(c: Context, studio: Studio, error: unknown) {
  if (!(error instanceof RangeError)) throw error;
  const body = html`<h1>That can't be</h1><p>${error.message} Go back and choose otherwise.</p>`;
  return c.html(page({ ...studioPage(studio), title: "That can't be", body }), 409);
}
