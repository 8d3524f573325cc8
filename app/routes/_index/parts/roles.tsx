/** How it works, told to each side in its own words. */
import homeTexts from "@/app/i18n/en/home";
import { useTexts } from "@/app/i18n/use-texts";
import { LinkButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { cx } from "@/app/ui/class-names";
import { useFacts } from "./facts";

const STEPS = ["one", "two", "three", "four"] as const;
const ROLES = [
  { role: "brand", to: "/sign-up?role=brand", action: "hero.brand" },
  { role: "creator", to: "/offers", action: "hero.creator" },
] as const;

export function Roles() {
  const t = useTexts(homeTexts);
  const { days } = useFacts();
  return (
    <section id="how" className="scroll-mt-20">
      <h2 className="text-2xl font-bold sm:text-3xl">{t("roles.title")}</h2>
      <div className="mt-8 grid gap-6 lg:grid-cols-2">
        {ROLES.map(({ role, to, action }) => (
          <Card key={role} as="article" className="flex flex-col sm:p-8!">
            <h3 className="text-xl font-semibold">{t(`roles.${role}.title`)}</h3>
            <p className="mt-1 text-ink-soft">{t(`roles.${role}.lead`)}</p>
            <ol className="mt-6 mb-8 flex-1 space-y-5">
              {STEPS.map((step, index) => (
                <li key={step} className="flex gap-4">
                  <span
                    aria-hidden
                    data-figures
                    className={cx(
                      "flex size-8 shrink-0 items-center justify-center rounded-full text-sm font-bold",
                      role === "brand"
                        ? "bg-returned-soft text-returned-ink"
                        : "bg-released-soft text-released-ink",
                    )}
                  >
                    {index + 1}
                  </span>
                  <div>
                    <h4 className="font-semibold">{t(`roles.${role}.${step}.title`)}</h4>
                    <p className="mt-0.5 text-sm text-ink-soft">
                      {t(`roles.${role}.${step}.body`, { days })}
                    </p>
                  </div>
                </li>
              ))}
            </ol>
            <LinkButton to={to} className="self-start">
              {t(action)}
            </LinkButton>
          </Card>
        ))}
      </div>
    </section>
  );
}
