/** What an app tells of its functions. An option that the emulator does not have is refused, so that nobody relies on what will not happen. */
import { z } from "zod";
import { isUnderstood } from "./expression";
import type { FunctionConfig } from "./model";

export type Registration = { appName: string; functions: FunctionConfig[] };

const trigger = z.strictObject({
  event: z.string().optional(),
  expression: z
    .string()
    .refine(isUnderstood, { error: "the condition is no `event.data.… == 'text'`" })
    .optional(),
  cron: z.string().optional(),
});

const step = z.looseObject({
  runtime: z.looseObject({ url: z.string() }),
  retries: z.looseObject({ attempts: z.number().optional() }).optional(),
});

const schema = z.object({
  appName: z.string(),
  functions: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      triggers: z.array(trigger),
      steps: z.record(z.string(), step),
      concurrency: z.union([z.number(), z.strictObject({ limit: z.number() })]).optional(),
    }),
  ),
});

/** @returns what is wrong, in words that name the function and what it declares */
export function readRegistration(body: unknown): Registration | { refused: string } {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const ids = z
    .object({ functions: z.array(z.object({ id: z.string() }).catch({ id: "?" })) })
    .safeParse(body);
  const problems = read.error.issues.map(({ path, message }) => {
    const [list, index, ...inside] = path;
    const id = list === "functions" && ids.success ? ids.data.functions[Number(index)]?.id : undefined;
    return id ? `${id}: ${[...inside, message].join(" ")}` : `${path.join(".")}: ${message}`;
  });
  return { refused: `The sandbox's Inngest does not do this. ${problems.join("; ")}` };
}
