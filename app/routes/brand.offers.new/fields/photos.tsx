/** What is stored stays while its box is ticked; more can be chosen beside it. */

import brandFormTexts from "@/app/i18n/en/brand/form";
import { useTexts } from "@/app/i18n/use-texts";
import { Field, type FieldMeta, FileInput } from "@/app/ui/form";

export function Photos({ meta, photo_ids }: { meta: FieldMeta; photo_ids: readonly string[] }) {
  const t = useTexts(brandFormTexts);
  return (
    <>
      {photo_ids.length > 0 ? (
        <fieldset className="space-y-2">
          <legend className="text-sm font-semibold">{t("photos_kept")}</legend>
          <ul className="flex flex-wrap gap-3">
            {photo_ids.map((id, index) => (
              <li key={id}>
                <label className="relative block size-24 cursor-pointer overflow-hidden rounded-lg border border-line has-focus-visible:outline-2 has-focus-visible:outline-focus">
                  <input
                    type="checkbox"
                    name="photo_ids"
                    value={id}
                    defaultChecked
                    aria-label={t("photo_number", { number: index + 1 })}
                    className="peer absolute top-2 left-2 z-10 size-5 accent-primary"
                  />
                  <img
                    src={`/assets/${id}`}
                    alt=""
                    className="size-full object-cover opacity-35 grayscale transition peer-checked:opacity-100 peer-checked:grayscale-0"
                  />
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      ) : null}
      <Field meta={meta} label={t("photos")} hint={t("photos_hint")} optional>
        {/* Stored pictures make a fresh control, so that no file is handed in a second time. */}
        <FileInput key={photo_ids.join()} multiple />
      </Field>
    </>
  );
}
