/** The books, in the open: which rules they keep, when that was last checked, and how much there is in total. */

import type { HeadersFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import booksPublicTexts from "@/app/i18n/en/books/public";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { PageHeader, Section } from "@/app/ui/card";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { readOpenBooks } from "./open-books";
import { Rules } from "./rules";
import { Totals } from "./totals";
import { Verdict } from "./verdict";

export async function loader() {
  return readOpenBooks(db);
}
export type OpenBooksLoader = typeof loader;

/**
 * A minute in the reader's own browser: the page carries who is signed in, their language and a nonce of its own, none of which a shared
 * cache may hand to somebody else. What machines read is at /books.json, for any cache.
 */
export const headers: HeadersFunction = () => ({
  "cache-control": "private, max-age=60",
  vary: "Cookie, Accept-Language",
});

export const meta: MetaFunction = ({ matches }) => {
  const t = metaT(matches, booksPublicTexts);
  return publicMeta(t("title"), t("lead"));
};

export default function OpenBooks() {
  const t = useTexts(booksPublicTexts);
  const books = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <PageHeader title={t("title")} description={t("lead")} />
      <Verdict books={books} />
      {books.checked ? <Totals totals={books.checked.totals} /> : null}
      {books.checked ? <Rules rules={books.checked.rules} /> : null}
      <Section title={t("how")}>
        <p className="max-w-3xl text-ink-soft">{t("how_body")}</p>
        <p>
          <a href="/books.json" className="text-primary underline underline-offset-2">
            {t("json")}
          </a>
        </p>
      </Section>
    </PageBody>
  );
}
