/** Chooses pictures and shows at once what was chosen; the list of names and the upload itself need no script. */

import { ImagePlus } from "lucide-react";
import { type ChangeEvent, type InputHTMLAttributes, useEffect, useState } from "react";
import uiTexts from "@/app/i18n/en/ui";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "../class-names";
import { useFieldControl } from "./field-context";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "value"> & {
  /** What is stored already. */
  stored?: ReadonlyArray<{ url: string; alt: string }>;
};

export function FileInput({ stored = [], multiple, className, onChange, ...own }: Props) {
  const t = useTexts(uiTexts);
  const control = useFieldControl();
  const [chosen, setChosen] = useState<ReadonlyArray<{ url: string; alt: string }>>([]);

  // The browser keeps a picture's memory until its address is given back.
  useEffect(() => () => chosen.forEach(({ url }) => void URL.revokeObjectURL(url)), [chosen]);

  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.currentTarget.files ?? [])];
    setChosen(files.map((file) => ({ url: URL.createObjectURL(file), alt: file.name })));
    onChange?.(event);
  };

  const shown = chosen.length > 0 ? chosen : stored;
  return (
    <div className={cx("space-y-3", className)}>
      <label
        className={cx(
          "relative flex min-h-28 cursor-pointer flex-col items-center justify-center gap-1 rounded-lg border border-dashed border-field bg-surface p-5 text-center transition-colors hover:bg-sunken",
          "has-focus-visible:outline-2 has-focus-visible:outline-focus has-aria-invalid:border-danger",
        )}
      >
        <ImagePlus aria-hidden className="size-6 text-ink-faint" />
        <span className="font-semibold text-primary">
          {multiple ? t("form.choose_files") : t("form.choose_file")}
        </span>
        <span className="text-sm text-ink-faint">
          {chosen.length > 0 ? t("form.files_chosen", { count: chosen.length }) : t("form.drop_hint")}
        </span>
        <input
          accept="image/jpeg,image/png,image/webp"
          {...control}
          {...own}
          type="file"
          multiple={multiple}
          onChange={choose}
          // Over the whole frame, so that a picture can be dropped anywhere on it.
          className="absolute inset-0 cursor-pointer opacity-0"
        />
      </label>
      {shown.length > 0 ? (
        <ul className="flex flex-wrap gap-3">
          {shown.map((picture) => (
            <li key={picture.url}>
              <img
                src={picture.url}
                alt={picture.alt}
                className="size-20 rounded-md border border-line object-cover"
              />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
