/** What the last step did, said once at the top of the next page. Stays until it is dismissed; nobody has to read in a hurry. */

import { X } from "lucide-react";
import { type ReactNode, useState } from "react";
import uiTexts from "@/app/i18n/en/ui";
import { useTexts } from "@/app/i18n/use-texts";
import { IconButton } from "./button";
import { Callout } from "./callout";

export function Flash({
  tone = "success",
  children,
}: {
  tone?: "success" | "info" | "warn" | "danger";
  children: ReactNode;
}) {
  const t = useTexts(uiTexts);
  const [gone, setGone] = useState(false);
  if (gone) return null;
  return (
    <div role={tone === "danger" ? "alert" : "status"} className="animate-rise">
      <Callout
        tone={tone}
        corner={
          <IconButton label={t("dismiss")} onClick={() => setGone(true)}>
            <X aria-hidden className="size-4.5" />
          </IconButton>
        }
      >
        {children}
      </Callout>
    </div>
  );
}
