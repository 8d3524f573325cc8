/**
 * A submit button that asks back before its form goes out. Without a script it submits at once: the server's own rules still hold, and
 * nobody is kept from acting.
 */

import { AlertDialog } from "radix-ui";
import { type MouseEvent, type ReactNode, useRef, useState } from "react";
import commonTexts from "@/app/i18n/en/common";
import { useTexts } from "@/app/i18n/use-texts";
import { Button, type ButtonProps, SubmitButton } from "./button";

type Props = ButtonProps & {
  name?: string;
  value?: string;
  /** The question. */
  question: ReactNode;
  /** What follows from a yes: above all, where the money goes. */
  consequence: ReactNode;
  /** What the yes is called; the button's own words by default. */
  yes?: ReactNode;
};

export function ConfirmButton({ question, consequence, yes, children, ...button }: Props) {
  const t = useTexts(commonTexts);
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState<HTMLFormElement | null>(null);
  const sender = useRef<HTMLButtonElement | null>(null);

  const ask = (event: MouseEvent<HTMLButtonElement>) => {
    const owner = event.currentTarget.form;
    event.preventDefault();
    // The browser's own checks come first: nobody is asked about a form that cannot go out.
    if (owner && !owner.noValidate && !owner.reportValidity()) return;
    sender.current = event.currentTarget;
    setForm(owner);
    setOpen(true);
  };

  const send = () => {
    setOpen(false);
    form?.requestSubmit(sender.current);
  };

  return (
    <AlertDialog.Root open={open} onOpenChange={setOpen}>
      <SubmitButton {...button} onClick={ask}>
        {children}
      </SubmitButton>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 animate-fade bg-veil" />
        <AlertDialog.Content className="fixed inset-x-0 bottom-0 z-50 animate-rise rounded-t-xl bg-raised p-6 shadow-lg sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[min(28rem,calc(100vw-2rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-xl">
          <AlertDialog.Title className="text-xl font-semibold">{question}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="mt-2 text-ink-soft">{consequence}</div>
          </AlertDialog.Description>
          <div className="mt-6 flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
            <AlertDialog.Cancel asChild>
              <Button variant="secondary">{t("action.cancel")}</Button>
            </AlertDialog.Cancel>
            <Button variant={button.variant === "danger" ? "danger" : "primary"} onClick={send}>
              {yes ?? children}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
