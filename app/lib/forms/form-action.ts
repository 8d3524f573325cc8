/**
 * The one way in which a route takes a form:
 *
 *     export const action = formAction({
 *       authorize: requireCreator,
 *       schema: addressSchema,
 *       run: async ({ actor, input }) => {
 *         await transact((tx) => saveAddress(tx, actor, input));
 *         return redirect("/creator/address?saved=1");
 *       },
 *     });
 *
 * The sender is asked for before the form is read. What the schema finds and what a command refuses become a `FormAnswer` in the reader's language.
 */
import { type ActionFunctionArgs, data } from "@remix-run/node";
import type { z } from "zod";
import { findingText, zodMessages } from "@/app/i18n/form-messages";
import { refusalText } from "@/app/i18n/refusal-text";
import { getLocale } from "@/app/i18n/server";
import { refusedPage } from "@/app/lib/answer";
import { illFormedId } from "@/app/lib/ids";
import { forgetRequest } from "@/app/lib/once-per-request";
import { isRefusal, notFound, type Refusal } from "@/app/lib/refusal";
import type { FieldErrors, FormAnswer, Values } from "./answer";
import { readBody } from "./read-body";
import { type FormSchema, readFields } from "./read-fields";

export type { FormSchema };

/** One form, or several that their `intent` tells apart. */
type Schemas = FormSchema | readonly FormSchema[];
type Input<S extends Schemas> = z.output<S extends readonly (infer One extends FormSchema)[] ? One : S>;

export type Sent<Actor, S extends Schemas> = ActionFunctionArgs & { actor: Actor; input: Input<S> };

/** A response, what was done on this page, or what is wrong with what was typed. */
export type Outcome = Response | { done: string } | { errors: FieldErrors; values?: Values };

type Form<Actor, S extends Schemas> = {
  /** Who may send the form. @throws a redirect or an error page for anybody else */
  authorize: (request: Request) => Promise<Actor>;
  schema: S;
  /** The field that a refusal is about, by its code; all others stand above the form. */
  field_of?: Readonly<Record<string, string>>;
  run: (sent: Sent<Actor, S>) => Promise<Outcome>;
};

/** For forms that need no account. */
export const anybody = async (): Promise<null> => null;

export function formAction<Actor, S extends Schemas>(form: Form<Actor, S>) {
  return async (args: ActionFunctionArgs) => {
    const actor = await form.authorize(args.request);
    const body = await readBody(args.request).catch(refuseWithPage);
    const schema = schemaOf(form.schema, body.get("intent"));
    if (!schema) throw refusedPage(notFound("form"));
    const locale = await getLocale(args.request);
    const { input, values } = readFields(body, schema);
    const intent = typeof values.intent === "string" ? values.intent : null;
    const answer = (part: Partial<FormAnswer>, status: number) =>
      data<FormAnswer>({ intent, values, errors: {}, refusal: null, done: null, ...part }, { status });
    const inWords = (errors: FieldErrors): FieldErrors =>
      Object.fromEntries(
        Object.entries(errors).map(([name, found]) => [name, found.map((one) => findingText(locale, one))]),
      );

    const read = schema.safeParse(input, { error: zodMessages(locale) });
    if (!read.success) {
      // Nobody types an id: one that names nothing answers like one of something that is not there.
      const named = read.error.issues.map(illFormedId).find((prefix) => prefix !== undefined);
      if (named) throw refusedPage(notFound(named));
      return answer({ errors: inWords(errorsOf(read.error)) }, 422);
    }
    try {
      const outcome = await form.run({ ...args, actor, input: read.data as Input<S> });
      if (outcome instanceof Response) return outcome;
      if ("done" in outcome) return answer({ values: {}, done: outcome.done }, 200);
      return answer({ values: outcome.values ?? values, errors: inWords(outcome.errors) }, 422);
    } catch (error) {
      if (!isRefusal(error) || hasPage(error)) return refuseWithPage(error);
      const { code, params, status } = error;
      const at = form.field_of?.[code] ?? "";
      return answer({ errors: { [at]: [refusalText(locale, error)] }, refusal: { code, params } }, status);
    } finally {
      // Whatever the loaders of the same request show is read anew.
      forgetRequest();
    }
  };
}

function schemaOf(schemas: Schemas, intent: FormDataEntryValue | null): FormSchema | undefined {
  const several: readonly FormSchema[] = Array.isArray(schemas) ? schemas : [];
  if (several.length === 0) return schemas as FormSchema;
  return several.find(({ shape }) => shape.intent?.safeParse(intent).success);
}

/** All that the schema found, under the name of the field that was sent. */
function errorsOf({ issues }: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const { path, message } of issues) {
    const name = String(path[0] ?? "");
    const found = errors[name] ?? [];
    if (!found.includes(message)) errors[name] = [...found, message];
  }
  return errors;
}

/** Nothing on the page can mend these: what was asked for is not there, or not for this person. */
const PAGES: ReadonlySet<string> = new Set([
  "not_found",
  "forbidden",
  "brand_role_too_low",
  "form_unreadable",
]);

const hasPage = ({ code }: Refusal): boolean => PAGES.has(code);

function refuseWithPage(error: unknown): never {
  throw isRefusal(error) ? refusedPage(error) : error;
}
