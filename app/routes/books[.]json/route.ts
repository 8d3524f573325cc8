/** The public page of the books as data: for whoever wants to watch it by machine. The same for everybody, so any cache may keep it. */
import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "@/db/client";
import { readOpenBooks } from "../books/open-books";

export async function loader({ request }: LoaderFunctionArgs) {
  const body = JSON.stringify(await readOpenBooks(db), null, 2);
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = { etag, "cache-control": "public, max-age=300", "x-content-type-options": "nosniff" };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
}
