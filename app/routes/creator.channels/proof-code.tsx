/** The code that proves a channel, ready to be copied: by the button, or by hand where scripts are off. */

import { Check, Copy } from "lucide-react";
import { useId, useRef, useState } from "react";
import commonTexts from "@/app/i18n/en/common";
import creatorChannelsTexts from "@/app/i18n/en/creator/channels";
import { useTexts } from "@/app/i18n/use-texts";
import { Button } from "@/app/ui/button";
import { INPUT_CLASS } from "@/app/ui/form/text-input";

export function VerificationCode({ code }: { code: string }) {
  const t = useTexts(creatorChannelsTexts);
  const tCommon = useTexts(commonTexts);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    // Without the right to write, the selected code can still be copied by hand.
    await navigator.clipboard?.writeText(code).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block text-sm font-semibold">
        {t("code")}
      </label>
      <div className="flex gap-2">
        <input
          ref={field}
          id={id}
          readOnly
          value={code}
          onFocus={(event) => event.currentTarget.select()}
          className={`${INPUT_CLASS} h-11 min-w-0 flex-1 px-3 font-mono`}
        />
        <Button
          onClick={copy}
          icon={
            copied ? <Check aria-hidden className="size-4.5" /> : <Copy aria-hidden className="size-4.5" />
          }
        >
          {copied ? t("copied") : tCommon("action.copy")}
        </Button>
      </div>
    </div>
  );
}
