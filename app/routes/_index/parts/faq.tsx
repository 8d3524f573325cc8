/** Questions people ask before they trust somebody with money, and the last invitation. */

import { Link } from "@remix-run/react";
import type { Proof } from "@/app/domain/verification/provability";
import booksPublicTexts from "@/app/i18n/en/books/public";
import homeTexts from "@/app/i18n/en/home";
import { useTexts } from "@/app/i18n/use-texts";
import { LinkButton } from "@/app/ui/button";
import { Disclosure } from "@/app/ui/disclosure";
import { Proofs } from "@/app/ui/proofs";
import { useFacts } from "./facts";
import { Guilloche } from "./guilloche";

const QUESTIONS = ["who", "silent", "cancel", "ghost", "proof", "review", "cost", "countries"] as const;

export function Faq({ proofs }: { proofs: readonly Proof[] }) {
  const t = useTexts(homeTexts);
  const tPublic = useTexts(booksPublicTexts);
  const facts = useFacts();
  return (
    <section className="grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,1fr)_2fr] lg:gap-16">
      <div>
        <h2 className="text-2xl font-bold sm:text-3xl">{t("faq.title")}</h2>
        <p className="mt-3 text-ink-soft">
          {tPublic("home")}{" "}
          <Link
            to="/books"
            className="font-semibold whitespace-nowrap text-primary underline underline-offset-2"
          >
            {tPublic("link")}
          </Link>
        </p>
      </div>
      <div className="divide-y divide-line border-y border-line">
        {QUESTIONS.map((question) => (
          <Disclosure key={question} label={t(`faq.items.${question}.q`)} className="py-1.5">
            <div className="max-w-2xl space-y-4 pt-1 pb-4">
              <p className="text-ink-soft">{t(`faq.items.${question}.a`, facts)}</p>
              {question === "proof" ? <Proofs proofs={proofs} /> : null}
            </div>
          </Disclosure>
        ))}
      </div>
    </section>
  );
}

export function LastCall() {
  const t = useTexts(homeTexts);
  return (
    <section className="relative overflow-hidden rounded-xl bg-primary-soft px-6 py-12 text-center sm:py-16">
      <Guilloche className="pointer-events-none absolute -bottom-72 -left-40 w-[36rem] max-w-none text-primary/15" />
      <div className="relative">
        <h2 className="mx-auto max-w-xl text-2xl font-bold sm:text-3xl">{t("last.title")}</h2>
        <p className="mx-auto mt-3 max-w-lg text-ink-soft">{t("last.body")}</p>
        <div className="mt-7 flex flex-col justify-center gap-3 sm:flex-row">
          <LinkButton to="/sign-up?role=brand" variant="primary" size="lg">
            {t("hero.brand")}
          </LinkButton>
          <LinkButton to="/sign-up?role=creator" size="lg">
            {t("hero.creator")}
          </LinkButton>
        </div>
      </div>
    </section>
  );
}
