/** The frame of the books: what can be looked at. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { requireOperator } from "@/app/auth/session";
import { countOpenIncidents } from "@/app/domain/audit/queries/incidents";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { db } from "@/db/client";
import { LedgerFrame } from "./parts/frame";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(request);
  return { open_incidents: await countOpenIncidents(db) };
}

export const meta: MetaFunction = ({ matches }) => publicMeta(metaT(matches, booksPagesTexts)("title"), "");

export default function Books() {
  const { open_incidents } = useLoaderData<typeof loader>();
  return (
    <LedgerFrame open_incidents={open_incidents}>
      <Outlet />
    </LedgerFrame>
  );
}
