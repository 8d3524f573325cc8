/** `npm run lint`: holds the directions in which the rooms of the house may import each other, as docs/architecture.md draws them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { findServerInBrowser } from "./client-graph";
import { findCircles, importsOf, isAllowed } from "./value-circles";
import { findWholeRows } from "./whole-rows";

export type SourceFile = { path: string; text: string };
export type Violation = { path: string; line: number; found: string; why: string };

/**
 * Below one of `from` (but not of `except`) nothing below one of `never` is imported. Packages start with "npm:"; "*" stands for
 * every file of the repository outside `from`.
 */
type Rule = { from: string[]; except?: string[]; never: string[]; why: string };

const PRODUCT = ["app", "db", "jobs", "emails", "server"];
const VIEWS = ["npm:react", "npm:react-dom", "npm:@remix-run/*", "npm:hono"];

const RULES: Rule[] = [
  {
    from: PRODUCT,
    never: ["sandbox", "demo", "simulation", "factories", "tests", "scripts", "bench", "gallery"],
    why: "the product knows nothing of the stand-ins, the demo, the tests and the tools",
  },
  {
    from: ["factories"],
    never: ["sandbox", "demo", "simulation", "tests", "scripts", "bench", "gallery", "app/routes", "jobs"],
    why: "what the demo, the simulation and the tests share knows none of them, and uses the product's commands",
  },
  {
    from: ["simulation"],
    never: ["demo", "tests", "bench", "gallery"],
    why: "the simulation shares its people and offers with the tests by way of factories",
  },
  {
    from: ["demo"],
    never: ["sandbox", "simulation", "tests", "scripts", "bench", "gallery"],
    why: "the demo market uses the product alone: it calls external services over HTTP, wherever they are",
  },
  {
    from: ["app/domain"],
    never: ["app/routes", "app/stripe", "app/auth", "app/ui", "jobs", "emails", "server", ...VIEWS],
    why: "the domain is what the marketplace is: no pages, no jobs, no letters, no Stripe",
  },
  {
    from: ["app/domain/ledger"],
    never: ["app/domain/offer", "app/domain/collaboration", "app/domain/disputes", "app/domain/verification"],
    why: "the ledger records money; what it means for an offer or a collaboration is decided there",
  },
  {
    from: ["app/domain/offer", "app/domain/verification"],
    never: ["app/domain/collaboration", "app/domain/disputes"],
    why: "a collaboration knows of its offer and its posts, not the other way round",
  },
  {
    from: ["db"],
    never: ["app/routes", "app/stripe", "app/auth", "app/ui", "jobs", "emails", "server", ...VIEWS],
    why: "the database is below everything",
  },
  {
    from: ["app/stripe", "app/auth", "app/lib", "app/i18n"],
    never: ["app/routes", "jobs", "emails", "server"],
    why: "routes and jobs use this room, not the other way round",
  },
  {
    from: ["app/auth"],
    never: ["app/i18n", "app/ui"],
    why: "who is asking is known before a language is: words and components use this room",
  },
  {
    from: ["app/routes"],
    never: ["npm:drizzle-orm", "db/schema"],
    why: "a page asks a query of the domain: SQL stands in app/domain",
  },
  {
    from: ["app/ui"],
    never: ["app/auth", "db", "npm:drizzle-orm", "npm:postgres"],
    why: "a component is drawn from what it is given",
  },
  { from: ["jobs"], never: ["app/routes", "app/ui", "server"], why: "jobs call commands, never pages" },
  {
    from: ["emails"],
    never: ["app/routes", "app/stripe", "app/auth", "jobs", "server"],
    why: "a letter is drawn from what it is given",
  },
  {
    from: [...PRODUCT, "sandbox"],
    except: ["jobs", "app/routes/api.inngest", "server"],
    never: ["jobs"],
    why: "only the Inngest endpoint serves jobs, and the server hands out the outbox",
  },
  {
    from: ["app/billing"],
    never: ["app/routes", "app/stripe", "app/auth", "db/client", "jobs", "emails", "server", ...VIEWS],
    why: "a paper is printed from what it is given",
  },
  { from: PRODUCT, except: ["app/billing"], never: ["npm:pdfkit"], why: "only app/papers prints" },
  {
    from: ["sandbox"],
    never: ["*"],
    why: "the sandbox stands alone: it knows the services that it emulates and nothing of ours",
  },
  { from: PRODUCT, except: ["app/stripe"], never: ["npm:stripe"], why: "only app/stripe speaks to Stripe" },
  {
    from: PRODUCT,
    except: ["app/auth"],
    never: ["npm:lucia", "npm:@lucia-auth/*"],
    why: "only app/auth knows Lucia, so that it can be replaced",
  },
];

/** Rooms where time decides something: they ask the one clock. (app/stripe also counts in Stripe's own time: how old a key is.) */
const CLOCKED = ["app/domain", "jobs", "emails"];
const MACHINE_TIME = /\bDate\.now\(|\bnew Date\(\)/;

const isBelow = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

function isNamed(target: string, pattern: string): boolean {
  return pattern.endsWith("/*") ? target.startsWith(pattern.slice(0, -1)) : isBelow(target, pattern);
}

function isOutside(target: string, folders: string[]): boolean {
  return !target.startsWith("npm:") && !folders.some((folder) => isBelow(target, folder));
}

/** What an import names: a path below the root, or "npm:name". */
function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith("@/")) return normalize(specifier.slice(2));
  if (specifier.startsWith(".")) return normalize(join(dirname(from), specifier));
  return `npm:${specifier}`;
}

function lineOf(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}

/** Names and texts of the program (not its comments) that speak of the sandbox: the app never asks where it runs. */
function sandboxWords({ path, text }: SourceFile): Violation[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const found: Violation[] = [];
  const visit = (node: ts.Node): void => {
    const word = ts.isIdentifier(node) || ts.isStringLiteralLike(node) ? node.text : "";
    if (/sandbox/i.test(word))
      found.push({
        path,
        line: lineOf(text, node.pos),
        found: word,
        why: "no code asks whether it runs in the sandbox",
      });
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return found;
}

/** The schema takes its words from the domain, and nothing else: it is below the rules. */
function schemaImports({ path, text }: SourceFile): Violation[] {
  if (!isBelow(path, "db/schema")) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  return source.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const found = (statement.moduleSpecifier as ts.StringLiteral).text;
    const target = resolveImport(path, found);
    const may =
      !isBelow(target, "app/domain") || target.endsWith("/vocabulary") || statement.importClause?.isTypeOnly;
    const why = "of the domain, the schema imports vocabularies and types";
    return may ? [] : [{ path, line: lineOf(text, statement.end), found, why }];
  });
}

/** Where lists are read: what grows is read by `pageOf`, so that none ends without a way to the rest. */
const READS = /^app\/(routes|domain\/(discovery|[a-z]+\/queries))\//;

/** `.limit(1)` finds one row; `max` is what `pageOf` asks for; a number of our own would cut a list silently. */
function cutLists({ path, text }: SourceFile): Violation[] {
  if (!READS.test(path)) return [];
  const why = "a list is read by pageOf (app/lib/page), which says whether there is more";
  return [...text.matchAll(/\.limit\((?!max\)|1\))[^)]*\)|\blimit (?!\$\{max\}|1\b)(\$\{\w+\}|\d+)/g)].map(
    (cut) => ({
      path,
      line: lineOf(text, cut.index),
      found: cut[0],
      why,
    }),
  );
}

/** Where what is read may end up in a page. */
const HANDED_OUT = /^app\/(routes|auth|domain\/(discovery|[a-z]+\/queries))\//;

function wholeRows({ path, text }: SourceFile): Violation[] {
  if (!HANDED_OUT.test(path)) return [];
  const why = "a query names the columns that its callers need (app/lib/pick)";
  return findWholeRows(path, text).map(({ position, found }) => ({
    path,
    line: lineOf(text, position),
    found,
    why,
  }));
}

/** Every place where `files` go against a direction, in their order. */
export function findViolations(files: SourceFile[]): Violation[] {
  return files.flatMap((file) => {
    const { path, text } = file;
    const imports = ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName, pos }) => {
      const target = resolveImport(path, fileName);
      return RULES.filter(
        ({ from, except = [], never }) =>
          from.some((folder) => isBelow(path, folder)) &&
          !except.some((folder) => isBelow(path, folder)) &&
          never.some((pattern) => (pattern === "*" ? isOutside(target, from) : isNamed(target, pattern))),
      ).map(({ why }) => ({ path, line: lineOf(text, pos), found: fileName, why }));
    });
    const clock = CLOCKED.some((folder) => isBelow(path, folder)) ? text.search(MACHINE_TIME) : -1;
    if (clock >= 0)
      imports.push({
        path,
        line: lineOf(text, clock),
        found: "machine time",
        why: "business time comes from app/lib/clock",
      });
    const words =
      PRODUCT.some((folder) => isBelow(path, folder)) && /sandbox/i.test(text) ? sandboxWords(file) : [];
    return [...imports, ...words, ...schemaImports(file), ...cutLists(file), ...wholeRows(file)];
  });
}

/** Every circle of imports among `files` that may not be, at the first of its files. */
export function findForbiddenCircles(files: SourceFile[]): Violation[] {
  const paths = new Set(files.map(({ path }) => path));
  const imports = files.flatMap(({ path, text }) =>
    importsOf(path, text).flatMap(({ specifier, type_only }) => {
      const target = resolveImport(path, specifier);
      const to = ENDINGS.map((ending) => target + ending).find((file) => paths.has(file));
      return to ? [{ from: path, to, type_only }] : [];
    }),
  );
  return findCircles(imports)
    .filter((circle) => !isAllowed(circle))
    .map(({ files: [path = "", ...others], type_only }) => ({
      path,
      line: 1,
      found: others.join(", "),
      why: type_only
        ? "types import each other in a circle outside the folder of one route"
        : "these files import each other's values in a circle",
    }));
}

/** What only the server may load, as files and as packages. */
const SERVER_ONLY = [
  /^(db|jobs|emails|server)\//,
  /^app\/(stripe|billing|carriers)\//,
  /^app\/domain\/[a-z]+\/queries\//,
  /^npm:(drizzle-orm|postgres|stripe|lucia|@lucia-auth|pdfkit|inngest|node:)/,
];

/** Every import by which a browser would load the database, SQL, Stripe or another part of the server. */
export function findServerCodeInBrowser(files: SourceFile[]): Violation[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const resolve = (from: string, specifier: string) => {
    const target = resolveImport(from, specifier);
    return ENDINGS.map((ending) => target + ending).find((path) => texts.has(path)) ?? target;
  };
  const isServerOnly = (target: string) => SERVER_ONLY.some((pattern) => pattern.test(target));
  return findServerInBrowser(files, resolve, isServerOnly).map(({ path, position, found, chain }) => ({
    path,
    line: lineOf(texts.get(path) ?? "", position),
    found,
    why: `a browser loads this file (${chain.join(" → ")})`,
  }));
}

const ENDINGS = ["", ".ts", ".tsx", "/index.ts", "/index.tsx"];

const FOLDERS = [...PRODUCT, "sandbox", "factories", "demo", "simulation", "gallery"];

function readSources(root: string): SourceFile[] {
  return FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({
        path: relative(root, path).replaceAll("\\", "/"),
        text: readFileSync(path, "utf8"),
      })),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = readSources(fileURLToPath(new URL("..", import.meta.url)));
  const violations = [
    ...findViolations(files),
    ...findForbiddenCircles(files),
    ...findServerCodeInBrowser(files),
  ];
  for (const { path, line, found, why } of violations) console.error(`${path}:${line}  ${found}: ${why}`);
  console.log(`Directions: ${files.length} files, ${violations.length} violations.`);
  process.exitCode = violations.length ? 1 : 0;
}
