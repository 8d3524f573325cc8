/** A page that cannot be shown: what happened, in the reader's language, and the ways forward. */

import { useLocation } from "@remix-run/react";
import errorsPageTexts from "@/app/i18n/en/errors/page";
import { useTexts } from "@/app/i18n/use-texts";
import { buttonClass, LinkButton } from "./button";
import { ErrorScene } from "./illustrations";
import { useRequestInfo } from "./request-info";

/** The texts of `errors:page` by status. */
const KINDS = { 403: "forbidden", 404: "not_found", 409: "changed", 429: "too_many" } as const;

function kindOf(status: number) {
  if (status >= 500) return "broken";
  return status in KINDS ? KINDS[status as keyof typeof KINDS] : "other";
}

/** `data` is what a route threw: some codes of refusals have a text of their own. */
export function ErrorPage({ status, data }: { status: number; data?: unknown }) {
  const t = useTexts(errorsPageTexts);
  const { request_id } = useRequestInfo();
  const location = useLocation();
  const kind = kindOf(status);
  const refused = `refused.${codeOf(data)}`;
  const here = location.pathname + location.search;
  return (
    <div className="container-page flex flex-col items-center py-12 text-center sm:py-20">
      <ErrorScene kind={kind} className="w-60 max-w-full sm:w-72" />
      <p className="mt-8 text-sm font-semibold tracking-wide text-ink-faint" data-figures>
        {status}
      </p>
      <h1 className="mt-1 max-w-xl text-2xl font-bold sm:text-3xl">{t(`${kind}.title`)}</h1>
      <p className="mt-3 max-w-xl text-ink-soft">{t.has(refused) ? t(refused) : t(`${kind}.body`)}</p>
      <div className="mt-8 flex flex-wrap justify-center gap-3">
        {kind === "broken" || kind === "too_many" ? (
          // A plain link: the page is asked for anew, whatever state the scripts are in.
          <a href={here} className={buttonClass("primary")}>
            {t("again")}
          </a>
        ) : (
          <LinkButton to="/" variant="primary">
            {t("home")}
          </LinkButton>
        )}
        {kind === "forbidden" ? (
          <LinkButton to={`/sign-in?next=${encodeURIComponent(here)}`}>{t("sign_in")}</LinkButton>
        ) : (
          <LinkButton to="/offers">{t("offers")}</LinkButton>
        )}
      </div>
      {request_id && kind === "broken" ? (
        <p className="mt-10 text-xs text-ink-faint">
          <span className="font-mono">{t("request_id", { id: request_id })}</span>
          <br />
          {t("request_hint")}
        </p>
      ) : null}
    </div>
  );
}

function codeOf(data: unknown): unknown {
  return typeof data === "object" && data !== null && "code" in data ? data.code : null;
}
