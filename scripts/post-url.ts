/**
 * `npm run --silent post-url`: reads one address per line and prints for each, in the same order, one JSON object that says which post
 * it is or why it is none. Needs no database and no settings.
 */
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { canonicalise } from "@/app/domain/verification/canonical-url";

const HELP = `Usage: npm run --silent post-url [-- FILE …]

Reads one address per line from the files, or from standard input (also as -), and prints one JSON object per line:
  {"input":…,"ok":true,"platform":…,"kind":…,"id":…,"canonicalUrl":…}
  {"input":…,"ok":false,"reason":…}
Reasons: invalid, not_a_post, unknown_platform, needs_resolving (a short link: only the platform knows where it leads).
Exits with 1 when a file cannot be read, with 2 for an unknown option.
`;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

// Who reads only the beginning (`| head`) has what they want.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const separator = process.argv.indexOf("--");
const given = process.argv.slice(2).filter((_, index) => index + 2 !== separator);
const options = process.argv.slice(2, separator < 0 ? undefined : separator).filter(isOption);
if (options.some((option) => option === "--help" || option === "-h")) process.stdout.write(HELP);
else if (options.length > 0) {
  console.error(`Unknown option ${options[0]}\n\n${HELP}`);
  process.exitCode = 2;
} else for (const name of given.length > 0 ? given : ["-"]) await readFrom(name);

function isOption(parameter: string): boolean {
  return parameter.startsWith("-") && parameter !== "-";
}

async function readFrom(name: string): Promise<void> {
  try {
    // npm starts scripts in the project's folder and says where the person was.
    const stream =
      name === "-" ? process.stdin : createReadStream(resolve(process.env.INIT_CWD ?? process.cwd(), name));
    for await (const lines of linesOf(stream)) await print(lines.map(answer).join(""));
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

/** The whole lines of each piece that arrives. A line is cut out of bytes: a character may be parted between two pieces. */
async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string[]> {
  let begun: Buffer[] = [];
  let is_first = true;
  const textOf = (end: Buffer) => {
    const line = begun.length === 0 ? end : Buffer.concat([...begun, end]);
    begun = [];
    const start = is_first && line.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    is_first = false;
    return line.toString("utf8", start, line.at(-1) === RETURN ? line.length - 1 : line.length);
  };
  for await (const piece of stream) {
    const bytes = Buffer.from(piece);
    const lines: string[] = [];
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      lines.push(textOf(bytes.subarray(from, at)));
      from = at + 1;
    }
    if (from < bytes.length) begun.push(bytes.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (begun.length > 0) yield [textOf(Buffer.alloc(0))];
}

function answer(input: string): string {
  return `${JSON.stringify({ input, ...resultOf(input) })}\n`;
}

function resultOf(input: string) {
  const reading = canonicalise(input);
  if ("refused" in reading) return { ok: false, reason: reading.refused };
  if ("needs_resolving" in reading) return { ok: false, reason: "needs_resolving" };
  const { platform, kind, post_id, canonical_url } = reading;
  return { ok: true, platform, kind, id: post_id, canonicalUrl: canonical_url };
}

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}
