/** The organisation: what creators read about it, who belongs to it, whom it does not want, how it stands. */

import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireBrand } from "@/app/auth/session";
import type { BrandActor } from "@/app/domain/actor";
import { billingSchema, updateBilling } from "@/app/domain/brand/billing";
import { blockCreator, unblockCreator } from "@/app/domain/brand/block-creator";
import {
  addMember,
  memberSchema,
  organisationSchema,
  removeMember,
  updateOrganisation,
} from "@/app/domain/brand/organisation";
import { listBlocks } from "@/app/domain/brand/queries/blocks";
import { readOrganisation } from "@/app/domain/brand/queries/organisation";
import { BRAND_ROLES } from "@/app/domain/brand/vocabulary";
import { creatorNamed } from "@/app/domain/creator/queries/find-creator";
import { appealStrike } from "@/app/domain/standing/appeal-strike";
import { standingOf } from "@/app/domain/standing/queries/standing";
import { zodMessages } from "@/app/i18n/form-messages";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { refusalText } from "@/app/i18n/refusal-text";
import { getT } from "@/app/i18n/server";
import { orAnswer } from "@/app/lib/answer";
import { isRefusal, notFound, Refusal } from "@/app/lib/refusal";
import { Button, SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { Field, FormErrors, Select, TextArea, TextInput } from "@/app/ui/form";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db, type Tx } from "@/db/client";
import { transact } from "@/db/transact";
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

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireBrand(request);
  const form = await request.formData();
  const intent = String(form.get("intent"));
  const error = zodMessages(await getT(request, "errors"));
  const read = parseWithZod(form, {
    schema: intent === "billing" ? billingSchema : organisationSchema,
    error,
  });
  if ((intent === "organisation" || intent === "billing") && read.status !== "success")
    return data({ intent, result: read.reply(), refusal: null }, { status: 422 });
  try {
    await transact((tx) => perform(tx, actor, intent, form));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.status === 403 || error.status === 404) return orAnswer(Promise.reject(error));
    return data(
      { intent, result: read.reply(), refusal: { code: error.code, params: error.params } },
      { status: error.status },
    );
  }
  return redirect("/brand/organisation");
}

async function perform(tx: Tx, actor: BrandActor, intent: string, form: FormData): Promise<void> {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  switch (intent) {
    case "organisation":
      return updateOrganisation(tx, actor, organisationSchema.parse(Object.fromEntries(form)));
    case "billing":
      return updateBilling(tx, actor, billingSchema.parse(Object.fromEntries(form)));
    case "add_member": {
      const member = memberSchema.safeParse({ email: text("email"), role: text("role") });
      if (!member.success) throw new Refusal("email_invalid");
      return addMember(tx, actor, member.data);
    }
    case "remove_member":
      return removeMember(tx, actor, text("user_id"));
    case "block": {
      const creator_id = await creatorNamed(tx, text("handle"));
      await blockCreator(tx, actor, { creator_id, reason: text("reason") });
      return;
    }
    case "unblock":
      await unblockCreator(tx, actor, text("creator_id"));
      return;
    case "appeal":
      await appealStrike(tx, actor, { statement: text("statement") });
      return;
    default:
      throw notFound("form");
  }
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, "brand")("organisation.title"), "");

export default function Organisation() {
  const { t } = useTranslation("brand");
  const { t: tBilling } = useTranslation("billing");
  const { t: sayError } = useTranslation("errors");
  const { brand, members, blocks, standing, me } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const refusalOf = (intent: string) =>
    answered?.intent === intent && answered.refusal ? [refusalText(sayError, answered.refusal)] : [];
  return (
    <PageBody narrow>
      <PageHeader title={t("organisation.title")} />
      <OrganisationForm
        answered={answered?.intent === "organisation" ? answered : undefined}
        stored={brand}
      />
      <Section title={tBilling("billing.title")} description={tBilling("billing.lead")}>
        <BillingForm answered={answered?.intent === "billing" ? answered : undefined} stored={brand} />
      </Section>
      <Section title={t("organisation.members")}>
        <Card className="space-y-4">
          <FormErrors errors={[...refusalOf("add_member"), ...refusalOf("remove_member")]} />
          <ul className="divide-y divide-line">
            {members.map((member) => (
              <li key={member.user_id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <span>
                  <span className="font-semibold">{member.name}</span>{" "}
                  <span className="text-sm text-ink-soft">{member.email}</span>
                  <span className="block text-sm text-ink-faint">
                    {t(`organisation.role.${member.role}`)}
                  </span>
                </span>
                {me.role === "owner" && member.user_id !== me.user_id ? (
                  <Form method="post">
                    <input type="hidden" name="user_id" value={member.user_id} />
                    <Button type="submit" name="intent" value="remove_member" size="sm" variant="quiet">
                      {t("organisation.remove_member")}
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
              <Field meta={{ name: "email" }} label={t("organisation.member_email")}>
                <TextInput type="email" required />
              </Field>
              <Field meta={{ name: "role", initialValue: "manager" }} label={t("organisation.member_role")}>
                <Select
                  options={BRAND_ROLES.map((role) => ({
                    value: role,
                    label: t(`organisation.role.${role}`),
                  }))}
                />
              </Field>
              <SubmitButton name="intent" value="add_member" variant="secondary">
                {t("organisation.add_member")}
              </SubmitButton>
            </Form>
          ) : null}
        </Card>
      </Section>
      <Section title={t("organisation.blocks")} description={t("organisation.blocks_hint")}>
        <Card className="space-y-4">
          <FormErrors errors={[...refusalOf("block"), ...refusalOf("unblock")]} />
          {blocks.length === 0 ? (
            <p className="text-sm text-ink-soft">{t("organisation.no_blocks")}</p>
          ) : null}
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
                    {t("organisation.unblock")}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
          <Form
            method="post"
            className="grid items-end gap-4 border-t border-line pt-4 sm:grid-cols-[1fr_1fr_auto]"
          >
            <Field meta={{ name: "handle" }} label={t("organisation.block_handle")}>
              <TextInput required />
            </Field>
            <Field meta={{ name: "reason" }} label={t("organisation.block_reason")}>
              <TextInput required minLength={3} />
            </Field>
            <SubmitButton name="intent" value="block" variant="secondary">
              {t("organisation.block")}
            </SubmitButton>
          </Form>
        </Card>
      </Section>
      <Section title={t("organisation.standing")}>
        {standing.standing === "good" ? (
          <Callout tone="success">{t("organisation.standing_good", { points: standing.points })}</Callout>
        ) : (
          <Card className="space-y-4">
            <Callout tone="danger">
              {t("organisation.standing_bad", {
                standing: t(`organisation.standing_name.${standing.standing}`),
                points: standing.points,
              })}
            </Callout>
            {standing.appeals.some(({ status }) => status === "open") ? (
              <p>{t("organisation.appeal_open")}</p>
            ) : (
              <Form method="post" className="space-y-4">
                <FormErrors errors={refusalOf("appeal")} />
                <Field meta={{ name: "statement" }} label={t("organisation.appeal_statement")}>
                  <TextArea required minLength={20} />
                </Field>
                <SubmitButton name="intent" value="appeal">
                  {t("organisation.appeal")}
                </SubmitButton>
              </Form>
            )}
          </Card>
        )}
      </Section>
    </PageBody>
  );
}
