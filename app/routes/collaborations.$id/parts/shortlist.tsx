/** The brand's own mark on an application, set and taken away with one press. */

import { Form } from "@remix-run/react";
import { Star, StarOff } from "lucide-react";
import collaborationTexts from "@/app/i18n/en/collaboration";
import { useTexts } from "@/app/i18n/use-texts";
import { SubmitButton } from "@/app/ui/button";
import type { Page } from "./props";

export function Shortlist({ page }: { page: Page }) {
  const t = useTexts(collaborationTexts);
  if (!page.may_shortlist) return null;
  const [intent, words, Icon] = page.row.shortlisted
    ? (["take_off_shortlist", "shortlist.remove", StarOff] as const)
    : (["shortlist", "shortlist.add", Star] as const);
  return (
    <Form method="post" className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2">
      <SubmitButton
        name="intent"
        value={intent}
        variant="secondary"
        icon={<Icon aria-hidden className="size-4.5" />}
      >
        {t(words)}
      </SubmitButton>
      <p className="text-sm text-ink-faint">{t("shortlist.hint")}</p>
    </Form>
  );
}
