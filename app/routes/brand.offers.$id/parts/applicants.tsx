/** Who asks for a slot, with what is needed to decide. */

import { Form, Link } from "@remix-run/react";
import { Star, StarOff } from "lucide-react";
import brandOfferTexts from "@/app/i18n/en/brand/offer";
import collaborationTexts from "@/app/i18n/en/collaboration";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { Avatar } from "@/app/ui/avatar";
import { Badge } from "@/app/ui/badge";
import { LinkButton, SubmitButton } from "@/app/ui/button";
import { Card, Section } from "@/app/ui/card";
import { Disclosure } from "@/app/ui/disclosure";
import { Followers } from "@/app/ui/followers";
import { Field, TextArea, TextInput } from "@/app/ui/form";
import { Deadline } from "@/app/ui/moments";
import { Pagination } from "@/app/ui/pagination";
import { PlatformIcon } from "@/app/ui/platform-icon";
import type { OfferPage } from "./props";

export function Applicants({ page }: { page: OfferPage }) {
  const t = useTexts(brandOfferTexts);
  return (
    <Section title={t("applicants")}>
      {page.applicants.length === 0 ? (
        <Card>{t("no_applicants")}</Card>
      ) : (
        <ul className="grid gap-4 lg:grid-cols-2">
          {page.applicants.map((applicant) => (
            <Applicant key={applicant.collaboration_id} applicant={applicant} />
          ))}
        </ul>
      )}
      <Pagination next={page.applicants_next} parameter="applicants_after" />
    </Section>
  );
}

function Applicant({ applicant }: { applicant: OfferPage["applicants"][number] }) {
  const t = useTexts(brandOfferTexts);
  const tCollaboration = useTexts(collaborationTexts);
  const { shortlisted, channel } = applicant;
  const format = useFormat();
  const { record } = applicant;
  const decided = record.delivered + record.not_delivered;
  const facts = [
    format.country(applicant.country),
    decided > 0 ? t("record", { delivered: record.delivered, decided }) : t("no_record"),
  ];
  return (
    <Card as="li" className="flex flex-col gap-4">
      <div className="flex items-center gap-3">
        <Avatar
          name={applicant.display_name}
          src={applicant.avatar_asset_id ? `/assets/${applicant.avatar_asset_id}` : null}
        />
        <div className="min-w-0">
          <Link to={`/creators/${applicant.handle}`} className="font-semibold">
            {applicant.display_name}
          </Link>
          {channel ? (
            <a
              href={channel.url}
              target="_blank"
              rel="noreferrer noopener"
              className="flex items-center gap-1.5 text-sm text-ink-soft"
            >
              <PlatformIcon platform={applicant.platform} />
              {channel.handle}
            </a>
          ) : null}
        </div>
        {shortlisted ? (
          <div className="ml-auto self-start">
            <Badge tone="primary" icon={<Star aria-hidden className="size-3.5 fill-current" />}>
              {tCollaboration("shortlist.mark")}
            </Badge>
          </div>
        ) : null}
      </div>
      <div className="space-y-1">
        {channel ? <Followers followers={channel.followers} engagement_bps={channel.engagement_bps} /> : null}
        <p className="text-sm text-ink-soft">{facts.join(" · ")}</p>
      </div>
      {applicant.pitch ? <p className="whitespace-pre-line">{applicant.pitch}</p> : null}
      <div className="mt-auto space-y-3">
        {applicant.due_at ? <Deadline at={applicant.due_at} /> : null}
        {applicant.state === "applied" ? (
          <Form method="post" className="flex flex-wrap gap-3">
            <input type="hidden" name="collaboration_id" value={applicant.collaboration_id} />
            <input type="hidden" name="version" value={applicant.version} />
            <SubmitButton name="intent" value="offer_slot">
              {t("offer_slot")}
            </SubmitButton>
            <SubmitButton
              name="intent"
              value={shortlisted ? "take_off_shortlist" : "shortlist"}
              variant="secondary"
              icon={
                shortlisted ? (
                  <StarOff aria-hidden className="size-4.5" />
                ) : (
                  <Star aria-hidden className="size-4.5" />
                )
              }
            >
              {tCollaboration(shortlisted ? "shortlist.remove" : "shortlist.add")}
            </SubmitButton>
            <SubmitButton name="intent" value="decline_application" variant="quiet">
              {t("decline")}
            </SubmitButton>
          </Form>
        ) : (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-sm text-ink-soft">
              {t(applicant.state === "slot_offered" ? "offered" : "invited")}
            </p>
            <LinkButton to={`/collaborations/${applicant.collaboration_id}`} size="sm">
              {t("open")}
            </LinkButton>
          </div>
        )}
      </div>
    </Card>
  );
}

/** Asking somebody oneself. */
export function Invite() {
  const t = useTexts(brandOfferTexts);
  return (
    <Card className="py-3!">
      <Disclosure label={t("invite")}>
        <Form method="post" className="space-y-4 py-3">
          <Field meta={{ name: "handle" }} label={t("invite_handle")} hint={t("invite_handle_hint")}>
            <TextInput required maxLength={40} spellCheck={false} />
          </Field>
          <Field meta={{ name: "message" }} label={t("invite_message")} optional>
            <TextArea maxLength={1_000} />
          </Field>
          <SubmitButton name="intent" value="invite" variant="secondary">
            {t("send_invitation")}
          </SubmitButton>
        </Form>
      </Disclosure>
    </Card>
  );
}
