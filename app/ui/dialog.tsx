/** A window over the page. Only for what can also be reached without a script, or is a mere convenience. */

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import uiTexts from "@/app/i18n/en/ui";
import { useTexts } from "@/app/i18n/use-texts";
import { IconButton } from "./button";

type Props = {
  /** One button that opens it; left out when `open` is given. */
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

export function Dialog({ trigger, title, description, children, open, onOpenChange }: Props) {
  const t = useTexts(uiTexts);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-veil" />
        <Radix.Content className="fixed inset-x-0 bottom-0 z-50 max-h-[88dvh] animate-rise overflow-y-auto rounded-t-xl bg-raised p-6 shadow-lg sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[min(32rem,calc(100vw-2rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-xl">
          <Radix.Title className="pr-10 text-xl font-semibold">{title}</Radix.Title>
          <Radix.Description className={description ? "mt-2 text-ink-soft" : "sr-only"}>
            {description ?? title}
          </Radix.Description>
          {children ? <div className="mt-5">{children}</div> : null}
          <Radix.Close asChild>
            <IconButton label={t("close")} size="sm" className="absolute top-4 right-4">
              <X aria-hidden className="size-5" />
            </IconButton>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
