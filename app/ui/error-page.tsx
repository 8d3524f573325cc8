/** A page that cannot be shown: what happened, in the reader's language, and the ways forward. */
import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type Refused, refusalText } from "@/app/i18n/refusal-text";
import { buttonClass, LinkButton } from "./button";
import { ErrorScene } from "./illustrations";
import { useRequestInfo } from "./request-info";

/** The texts of `errors:page` by status. */
const KINDS = { 403: "forbidden", 404: "not_found", 409: "changed", 429: "too_many" } as const;

function kindOf(status: number) {
  if (status >= 500) return "broken";
  return status in KINDS ? KINDS[status as keyof typeof KINDS] : "other";
}

/** `data` is what a route threw: a Refusal's `{ code, params }` has a text of its own. */
export function ErrorPage({ status, data }: { status: number; data?: unknown }) {
  const { t } = useTranslation("errors");
  const { request_id } = useRequestInfo();
  const location = useLocation();
  const kind = kindOf(status);
  const refused = refusedOf(data);
  const here = location.pathname + location.search;
  return (
    <div className="container-page flex flex-col items-center py-12 text-center sm:py-20">
      <ErrorScene kind={kind} className="w-60 max-w-full sm:w-72" />
      <p className="mt-8 text-sm font-semibold tracking-wide text-ink-faint" data-figures>
        {status}
      </p>
      <h1 className="mt-1 max-w-xl text-2xl font-bold sm:text-3xl">{t(`page.${kind}.title`)}</h1>
      <p className="mt-3 max-w-xl text-ink-soft">
        {refused ? refusalText(t, refused) : t(`page.${kind}.body`)}
      </p>
      <div className="mt-8 flex flex-wrap justify-center gap-3">
        {kind === "broken" || kind === "too_many" ? (
          // A plain link: the page is asked for anew, whatever state the scripts are in.
          <a href={here} className={buttonClass("primary")}>
            {t("page.again")}
          </a>
        ) : (
          <LinkButton to="/" variant="primary">
            {t("page.home")}
          </LinkButton>
        )}
        {kind === "forbidden" ? (
          <LinkButton to={`/sign-in?next=${encodeURIComponent(here)}`}>{t("page.sign_in")}</LinkButton>
        ) : (
          <LinkButton to="/offers">{t("page.offers")}</LinkButton>
        )}
      </div>
      {request_id && kind === "broken" ? (
        <p className="mt-10 text-xs text-ink-faint">
          <span className="font-mono">{t("page.request_id", { id: request_id })}</span>
          <br />
          {t("page.request_hint")}
        </p>
      ) : null}
    </div>
  );
}

function refusedOf(data: unknown): Refused | null {
  const code = typeof data === "object" && data !== null && "code" in data ? data.code : null;
  return typeof code === "string" && code !== "not_found" ? (data as Refused) : null;
}
