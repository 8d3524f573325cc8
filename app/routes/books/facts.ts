/** What the page's parts are given, as its loader sends it. */
import { useLoaderData } from "@remix-run/react";
import type { OpenBooksLoader } from "./route";

const read = () => useLoaderData<OpenBooksLoader>();
export type Books = ReturnType<typeof read>;
export type Checked = NonNullable<Books["checked"]>;
