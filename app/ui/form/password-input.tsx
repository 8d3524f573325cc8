/** A password that can be looked at while it is typed: what one can read needs no second field to be sure. */

import { useState } from "react";
import accountTexts from "@/app/i18n/en/account";
import { useTexts } from "@/app/i18n/use-texts";
import { TextInput } from "@/app/ui/form";

export function PasswordInput({ autoComplete }: { autoComplete: "current-password" | "new-password" }) {
  const t = useTexts(accountTexts);
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <TextInput
        type={shown ? "text" : "password"}
        // Shown as text it is still a password: nothing typed before is written back into the page.
        defaultValue=""
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        className="pr-20"
      />
      <button
        type="button"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-0 rounded-md px-4 text-sm font-semibold text-ink-soft hover:bg-sunken hover:text-ink"
      >
        {shown ? t("hide_password") : t("show_password")}
      </button>
    </div>
  );
}
