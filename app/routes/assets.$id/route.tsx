/** Pictures. An asset never changes under its id, so a browser may keep it for ever. */

import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPicture } from "@/app/domain/asset/store-picture";
import { isId } from "@/app/lib/ids";
import { db } from "@/db/client";

const HEADERS = {
  "cache-control": "public, max-age=31536000, immutable",
  "content-security-policy": "default-src 'none'",
  "x-content-type-options": "nosniff",
};

export async function loader({ params, request }: LoaderFunctionArgs) {
  const asset = isId("asset", params.id) ? await readPicture(db, params.id) : null;
  if (!asset) throw new Response(null, { status: 404 });
  const etag = `"${asset.sha256}"`;
  if (request.headers.get("if-none-match") === etag)
    return new Response(null, { status: 304, headers: { ...HEADERS, etag } });
  return new Response(new Uint8Array(asset.bytes), {
    headers: {
      ...HEADERS,
      etag,
      "content-type": asset.content_type,
      "content-length": String(asset.bytes.byteLength),
    },
  });
}
