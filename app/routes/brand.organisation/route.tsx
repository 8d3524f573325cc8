/** The organisation: what creators read about it, who belongs to it, whom it does not want, how it stands. */
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireBrand } from "@/app/auth/session";
import { listBlocks } from "@/app/domain/brand/queries/blocks";
import { readOrganisation } from "@/app/domain/brand/queries/organisation";
import { BRAND_ROLES } from "@/app/domain/brand/vocabulary";
import { standingOf } from "@/app/domain/standing/queries/standing";
import billingDetailsTexts from "@/app/i18n/en/billing/details";
import brandOrganisationTexts from "@/app/i18n/en/brand/organisation";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { formAction } from "@/app/lib/forms/form-action";
import { Button, SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { Field, FormErrors, Select, TextArea, TextInput, useAnswer } from "@/app/ui/form";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { ORGANISATION_FORMS, perform } from "./actions";
import { BillingForm } from "./billing-form";
import { OrganisationForm } from "./organisation-form";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireBrand(request);
  const standing = await standingOf(db, { subject_kind: "brand", subject_id: actor.brand_id });
  return {
    ...(await readOrganisation(db, actor)),
    blocks: await listBlocks(db, actor),
    standing,
    me: actor,
  };
}

export const action = formAction({
  authorize: (request) => requireBrand(request),
  schema: ORGANISATION_FORMS,
  run: async ({ actor, input }) => {
    await transact((tx) => perform(tx, actor, input));
    return redirect("/brand/organisation");
  },
});

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, brandOrganisationTexts)("title"), "");

export default function Organisation() {
  const t = useTexts(brandOrganisationTexts);
  const tBilling = useTexts(billingDetailsTexts);
  const { brand, members, blocks, standing, me } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const errorsOf = (intent: string) => (answer?.intent === intent ? Object.values(answer.errors).flat() : []);
  return (
    <PageBody narrow>
      <PageHeader title={t("title")} />
      <OrganisationForm stored={brand} />
      <Section title={tBilling("title")} description={tBilling("lead")}>
        <BillingForm stored={brand} />
      </Section>
      <Section title={t("members")}>
        <Card className="space-y-4">
          <FormErrors errors={[...errorsOf("add_member"), ...errorsOf("remove_member")]} />
          <ul className="divide-y divide-line">
            {members.map((member) => (
              <li key={member.user_id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <span>
                  <span className="font-semibold">{member.name}</span>{" "}
                  <span className="text-sm text-ink-soft">{member.email}</span>
                  <span className="block text-sm text-ink-faint">{t(`role.${member.role}`)}</span>
                </span>
                {me.role === "owner" && member.user_id !== me.user_id ? (
                  <Form method="post">
                    <input type="hidden" name="user_id" value={member.user_id} />
                    <Button type="submit" name="intent" value="remove_member" size="sm" variant="quiet">
                      {t("remove_member")}
                    </Button>
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
          {me.role === "owner" ? (
            <Form
              method="post"
              className="grid items-end gap-4 border-t border-line pt-4 sm:grid-cols-[1fr_10rem_auto]"
            >
              <Field meta={{ name: "email" }} label={t("member_email")}>
                <TextInput type="email" required />
              </Field>
              <Field meta={{ name: "role", initialValue: "manager" }} label={t("member_role")}>
                <Select
                  options={BRAND_ROLES.map((role) => ({
                    value: role,
                    label: t(`role.${role}`),
                  }))}
                />
              </Field>
              <SubmitButton name="intent" value="add_member" variant="secondary">
                {t("add_member")}
              </SubmitButton>
            </Form>
          ) : null}
        </Card>
      </Section>
      <Section title={t("blocks")} description={t("blocks_hint")}>
        <Card className="space-y-4">
          <FormErrors errors={[...errorsOf("block"), ...errorsOf("unblock")]} />
          {blocks.length === 0 ? <p className="text-sm text-ink-soft">{t("no_blocks")}</p> : null}
          <ul className="divide-y divide-line">
            {blocks.map((block) => (
              <li key={block.creator_id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <span>
                  <span className="font-semibold">{block.display_name}</span>{" "}
                  <span className="text-sm text-ink-soft">@{block.handle}</span>
                  <span className="block text-sm text-ink-faint">{block.reason}</span>
                </span>
                <Form method="post">
                  <input type="hidden" name="creator_id" value={block.creator_id} />
                  <Button type="submit" name="intent" value="unblock" size="sm" variant="quiet">
                    {t("unblock")}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
          <Form
            method="post"
            className="grid items-end gap-4 border-t border-line pt-4 sm:grid-cols-[1fr_1fr_auto]"
          >
            <Field meta={{ name: "handle" }} label={t("block_handle")}>
              <TextInput required />
            </Field>
            <Field meta={{ name: "reason" }} label={t("block_reason")}>
              <TextInput required minLength={3} />
            </Field>
            <SubmitButton name="intent" value="block" variant="secondary">
              {t("block")}
            </SubmitButton>
          </Form>
        </Card>
      </Section>
      <Section title={t("standing")}>
        {standing.standing === "good" ? (
          <Callout tone="success">{t("standing_good", { points: standing.points })}</Callout>
        ) : (
          <Card className="space-y-4">
            <Callout tone="danger">
              {t("standing_bad", {
                standing: t(`standing_name.${standing.standing}`),
                points: standing.points,
              })}
            </Callout>
            {standing.appeals.some(({ status }) => status === "open") ? (
              <p>{t("appeal_open")}</p>
            ) : (
              <Form method="post" className="space-y-4">
                <FormErrors errors={errorsOf("appeal")} />
                <Field meta={{ name: "statement" }} label={t("appeal_statement")}>
                  <TextArea required minLength={20} />
                </Field>
                <SubmitButton name="intent" value="appeal">
                  {t("appeal")}
                </SubmitButton>
              </Form>
            )}
          </Card>
        )}
      </Section>
    </PageBody>
  );
}
