/** Hydrates the page. The texts that it imports are in its language already (`i18n/texts-plugin.ts`). */
import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { DEFAULT_LOCALE, localeOfTag } from "./i18n/locales";
import { type RequestInfo, RequestInfoContext } from "./ui/request-info";
import { isMotion, isTheme } from "./ui/theme";
import { rememberTimeZone } from "./ui/time-zone";

function infoOfDocument(): RequestInfo {
  const { lang, dataset } = document.documentElement;
  return {
    locale: localeOfTag(lang) ?? DEFAULT_LOCALE,
    theme: isTheme(dataset.theme) ? dataset.theme : "system",
    motion: isMotion(dataset.motion) ? dataset.motion : "system",
    request_id: dataset.request ?? "",
    nonce: "",
  };
}

rememberTimeZone();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RequestInfoContext.Provider value={infoOfDocument()}>
        <RemixBrowser />
      </RequestInfoContext.Provider>
    </StrictMode>,
  );
});
