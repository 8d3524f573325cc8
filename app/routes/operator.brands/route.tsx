/** Brands, and the mark that says that one is who it says it is. */

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireOperator } from "@/app/auth/session";
import { verifyBrand } from "@/app/domain/brand/organisation";
import { isBrandKey, listBrands } from "@/app/domain/brand/queries/brands";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useFormat } from "@/app/i18n/use-format";
import { orAnswer } from "@/app/lib/answer";
import { cursorOf, cursorText } from "@/app/lib/page";
import { VerifiedBadge } from "@/app/ui/badge";
import { SubmitButton } from "@/app/ui/button";
import { Card, PageHeader } from "@/app/ui/card";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { searchParams } = new URL(request.url);
  const { rows, next } = await listBrands(db, cursorOf(searchParams, { isKey: isBrandKey }));
  return {
    next: cursorText(next),
    brands: rows.map(({ id, name, website, country, verified_at }) => ({
      id,
      name,
      website,
      country,
      verified: verified_at !== null,
    })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireOperator(request);
  const brand_id = String((await request.formData()).get("brand_id") ?? "");
  await orAnswer(transact((tx) => verifyBrand(tx, actor, brand_id)));
  return redirect("/operator/brands");
}

export const meta: MetaFunction = ({ matches }) => publicMeta(metaT(matches, "operator")("brands.title"), "");

export default function Brands() {
  const { t } = useTranslation("operator");
  const format = useFormat();
  const { brands, next } = useLoaderData<typeof loader>();
  return (
    <PageBody narrow>
      <PageHeader title={t("brands.title")} description={t("brands.lead")} />
      <ul className="space-y-3">
        {brands.map((brand) => (
          <Card key={brand.id} as="li" className="flex flex-wrap items-center justify-between gap-4">
            <div>
              <p className="font-semibold">{brand.name}</p>
              <p className="text-sm text-ink-soft">
                {format.country(brand.country)}
                {brand.website ? (
                  <>
                    {" · "}
                    <a href={brand.website} target="_blank" rel="noreferrer noopener">
                      {t("brands.website")}
                    </a>
                  </>
                ) : null}
              </p>
            </div>
            {brand.verified ? (
              <VerifiedBadge />
            ) : (
              <Form method="post">
                <SubmitButton name="brand_id" value={brand.id} variant="secondary" size="sm">
                  {t("brands.verify")}
                </SubmitButton>
              </Form>
            )}
          </Card>
        ))}
      </ul>
      <Pagination next={next} />
    </PageBody>
  );
}
