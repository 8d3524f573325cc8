/** Brands, and the mark that says that one is who it says it is. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireOperator } from "@/app/auth/session";
import { verifyBrand } from "@/app/domain/brand/organisation";
import { isBrandKey, listBrands } from "@/app/domain/brand/queries/brands";
import operatorBrandsTexts from "@/app/i18n/en/operator/brands";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { formAction } from "@/app/lib/forms/form-action";
import { idSchema } from "@/app/lib/ids";
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

export const action = formAction({
  authorize: requireOperator,
  schema: z.object({ brand_id: idSchema("brand") }),
  run: async ({ actor, input }) => {
    await transact((tx) => verifyBrand(tx, actor, input.brand_id));
    return redirect("/operator/brands");
  },
});

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, operatorBrandsTexts)("title"), "");

export default function Brands() {
  const t = useTexts(operatorBrandsTexts);
  const format = useFormat();
  const { brands, next } = useLoaderData<typeof loader>();
  return (
    <PageBody narrow>
      <PageHeader title={t("title")} description={t("lead")} />
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
                      {t("website")}
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
                  {t("verify")}
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
