/** A field ties its label, hint and error to its control, and gives back what was typed. */

import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { required } from "@/app/lib/one";
import "@/app/i18n/languages";
import { findingText, zodMessages } from "@/app/i18n/form-messages";
import type { Locale } from "@/app/i18n/locales";
import "@/app/i18n/languages";
import { CheckboxGroup, Field, MoneyInput, RadioCards, TextArea, TextInput } from "@/app/ui/form";
import { RequestInfoContext } from "@/app/ui/request-info";

function render(element: React.ReactNode, locale: Locale = "en"): string {
  const info = { locale, theme: "system", motion: "system", nonce: "", request_id: "" } as const;
  return renderToString(<RequestInfoContext.Provider value={info}>{element}</RequestInfoContext.Provider>);
}

describe("a field", () => {
  test("is labelled, described and marked as wrong", () => {
    const html = render(
      <Field
        meta={{ id: "f", name: "title", errors: [findingText("en", "required")] }}
        label="Title"
        hint="Seen first"
      >
        <TextInput />
      </Field>,
    );
    expect(html).toContain('<label for="f"');
    expect(html).toMatch(/<input[^>]*id="f"[^>]*name="title"/);
    expect(html).toMatch(/aria-invalid="true"[^>]*aria-describedby="f-hint f-error"/);
    expect(html).toMatch(/id="f-hint"[^>]*>Seen first/);
    expect(html).toMatch(/id="f-error".*Fill this in\./);
  });

  test("keeps what was typed, except a password", () => {
    const meta = { id: "f", name: "x", initialValue: 'a "quoted" <word>' };
    const field = (control: React.ReactNode) =>
      render(
        <Field meta={meta} label="x">
          {control}
        </Field>,
      );
    expect(field(<TextInput />)).toContain("a &quot;quoted&quot; &lt;word&gt;");
    expect(field(<TextArea />)).toContain("a &quot;quoted&quot; &lt;word&gt;");
    expect(field(<MoneyInput currency="USD" stored_minor={500} />)).not.toContain("quoted");
    expect(field(<TextInput type="password" />)).not.toContain("quoted");
  });

  test("is told in the reader's language what a schema has found; sentences stay as they are", () => {
    expect(findingText("zh", "asks_for_review")).toContain("电商平台禁止付费评价");
    expect(findingText("en", "slots_taken")).toContain("The last slot was just taken.");
    expect(findingText("zh", "Already a sentence.")).toBe("Already a sentence.");
    const errors = [findingText("zh", "asks_for_review")];
    const html = render(
      <Field meta={{ id: "f", name: "x", errors }} label="x">
        <TextInput />
      </Field>,
      "zh",
    );
    expect(html).toContain("电商平台禁止付费评价");
  });

  test("of several choices begins with the chosen ones, under one legend", () => {
    const choices = ["a", "b"].map((value) => ({ value, label: value.toUpperCase() }));
    const radio = render(
      <Field group meta={{ id: "g", name: "one", initialValue: "b" }} label="One">
        <RadioCards choices={choices} />
      </Field>,
    );
    expect(radio).toMatch(/<fieldset[^>]*id="g"/);
    expect(radio).toMatch(/<input[^>]*value="b"[^>]*checked|<input[^>]*checked[^>]*value="b"/);
    expect(radio.match(/checked=""/g)).toHaveLength(1);
    const boxes = render(
      <Field group meta={{ id: "g", name: "many", initialValue: ["a", "b"] }} label="Many">
        <CheckboxGroup choices={choices} />
      </Field>,
    );
    expect(boxes.match(/checked=""/g)).toHaveLength(2);
  });
});

describe("what schemas find", () => {
  const schema = z.object({
    name: z.string().min(1),
    email: z.email(),
    kind: z.enum(["a", "b"]),
    note: z.string().max(3),
    tags: z.array(z.string()).min(2),
  });

  test.each([
    [
      "en",
      "Fill this in.",
      "Enter an email address",
      "Choose one of the options.",
      "3 characters or fewer",
      "at least 2",
    ],
    ["zh", "请填写此项。", "邮箱地址不正确", "请从选项中选择", "最多 3 个字符", "至少选择 2 项"],
  ] as const)("is said in %s", (locale, ...wanted) => {
    const result = schema.safeParse(
      { name: "", email: "x", kind: "c", note: "four", tags: ["one"] },
      { error: zodMessages(locale) },
    );
    const said = required(result.error, "the error").issues.map((issue) => issue.message);
    for (const [index, words] of wanted.entries()) expect(said[index]).toContain(words);
  });
});
