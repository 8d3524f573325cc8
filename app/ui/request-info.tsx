/**
 * What a page is rendered with before any loader has answered: it is all that an error page can count on. The server puts it there for
 * each request; in the browser it is read back from the document, so that both render the same.
 */
import { createContext, useContext } from "react";
import type { Locale } from "@/app/i18n/locales";
import type { Appearance } from "./theme";

export type RequestInfo = Appearance & {
  locale: Locale;
  /** Allows our own inline scripts. Browsers hide it from scripts, so it is empty after the first render. */
  nonce: string;
  request_id: string;
};

export const RequestInfoContext = createContext<RequestInfo | null>(null);

export function useRequestInfo(): RequestInfo {
  const info = useContext(RequestInfoContext);
  if (!info) throw new Error("No request info: entry.server and entry.client provide it.");
  return info;
}
