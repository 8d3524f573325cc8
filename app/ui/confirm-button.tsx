/**
 * A submit button that asks back before its form goes out. Without a script it submits at once: the server's own rules still hold, and
 * nobody is kept from acting.
 */

import { type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
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
  const [open, setOpen] = useState(false);
  const sender = useRef<HTMLButtonElement | null>(null);

  const ask = (event: MouseEvent<HTMLButtonElement>) => {
    const { form } = event.currentTarget;
    event.preventDefault();
    // The browser's own checks come first: nobody is asked about a form that cannot go out.
    if (form && !form.noValidate && !form.reportValidity()) return;
    sender.current = event.currentTarget;
    setOpen(true);
  };

  return (
    <>
      <SubmitButton {...button} onClick={ask}>
        {children}
      </SubmitButton>
      {open ? (
        <Question
          question={question}
          consequence={consequence}
          yes={yes ?? children}
          variant={button.variant === "danger" ? "danger" : "primary"}
          onYes={() => sender.current?.form?.requestSubmit(sender.current)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

type QuestionProps = Pick<Props, "question" | "consequence" | "yes"> & {
  variant: "danger" | "primary";
  onYes: () => void;
  onClose: () => void;
};

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape, and gives the focus back. */
function Question({ question, consequence, yes, variant, onYes, onClose }: QuestionProps) {
  const t = useTexts(commonTexts);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const answer = (act?: () => void) => {
    dialog.current?.close();
    act?.();
  };
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={`${id}-question`}
      aria-describedby={`${id}-consequence`}
      onClose={onClose}
      className="mt-auto mb-0 w-full max-w-none animate-rise rounded-t-xl bg-raised p-6 text-left text-ink shadow-lg backdrop:animate-fade backdrop:bg-veil sm:m-auto sm:w-[min(28rem,calc(100vw-2rem))] sm:rounded-xl"
    >
      <h2 id={`${id}-question`} className="text-xl font-semibold">
        {question}
      </h2>
      <div id={`${id}-consequence`} className="mt-2 text-ink-soft">
        {consequence}
      </div>
      <div className="mt-6 flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
        <Button variant="secondary" onClick={() => answer()}>
          {t("action.cancel")}
        </Button>
        <Button variant={variant} onClick={() => answer(onYes)}>
          {yes}
        </Button>
      </div>
    </dialog>
  );
}
