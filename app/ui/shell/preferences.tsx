/** Language, appearance and motion: plain forms, so that they work before and without any script. */

import { useLocation } from "@remix-run/react";
import { Check } from "lucide-react";
import commonTexts from "@/app/i18n/en/common";
import { LANGUAGE_TAGS, LOCALE_NAMES, LOCALES } from "@/app/i18n/locales";
import { useLocale, useTexts } from "@/app/i18n/use-texts";
import { MENU_ITEM_CLASS, MenuGroup } from "../menu";
import { useRequestInfo } from "../request-info";
import { MOTIONS, THEMES } from "../theme";

type ChoiceProps = {
  action: string;
  name: string;
  value: string;
  current: boolean;
  lang?: string;
  children: string;
};

/** The whole document is loaded anew: its language and colours are the server's to write. */
function PreferenceButton({ action, name, value, current, lang, children }: ChoiceProps) {
  const { pathname, search } = useLocation();
  return (
    <form method="post" action={action}>
      <input type="hidden" name="next" value={pathname + search} />
      <button
        type="submit"
        name={name}
        value={value}
        lang={lang}
        aria-current={current || undefined}
        className={MENU_ITEM_CLASS}
      >
        <span className="flex-1">{children}</span>
        {current ? <Check aria-hidden className="size-4" /> : null}
      </button>
    </form>
  );
}

export function LanguageChoices() {
  const t = useTexts(commonTexts);
  const locale = useLocale();
  return (
    <MenuGroup title={t("footer.language")}>
      {LOCALES.map((option) => (
        <PreferenceButton
          key={option}
          action="/locale"
          name="locale"
          value={option}
          lang={LANGUAGE_TAGS[option]}
          current={option === locale}
        >
          {LOCALE_NAMES[option]}
        </PreferenceButton>
      ))}
    </MenuGroup>
  );
}

export function AppearanceChoices() {
  const t = useTexts(commonTexts);
  const { theme, motion } = useRequestInfo();
  return (
    <>
      <MenuGroup title={t("footer.appearance")}>
        {THEMES.map((option) => (
          <PreferenceButton
            key={option}
            action="/theme"
            name="theme"
            value={option}
            current={option === theme}
          >
            {t(`theme.${option}`)}
          </PreferenceButton>
        ))}
      </MenuGroup>
      <MenuGroup title={t("footer.motion")}>
        {MOTIONS.map((option) => (
          <PreferenceButton
            key={option}
            action="/theme"
            name="motion"
            value={option}
            current={option === motion}
          >
            {t(`motion.${option}`)}
          </PreferenceButton>
        ))}
      </MenuGroup>
    </>
  );
}
