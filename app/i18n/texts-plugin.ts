/**
 * Vite: gives a browser its own language where a module imports English texts. A build leaves those imports as bare names
 * (`texts/offers/page.js`), which the page's import map leads to the files of its language; the development server picks one when the
 * module is loaded. Server and tests import the English files as they stand.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Plugin } from "vite";
import { LOCALES } from "./locales";

/** What a bare name begins with; the import map has this one entry. */
const TEXTS = "texts/";

/** What the server knows about the built texts. */
export type BuiltTexts = {
  /** Where a language's files are, less the language: `/assets/texts/1a2b3c4d/`. */
  base: string;
  /** The bare names that a built script imports, by the script's address. */
  byScript: Record<string, string[]>;
};

const MANIFEST = ".vite/texts.json";
const BUILT = "virtual:built-texts";
const IN_DEVELOPMENT = "\0texts:";

/** The file names of one language below its folder, less the extension: `offers/page`. Emails are the server's alone. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/^(index|emails)\b/.test(file))
    .map((file) => file.slice(0, -".ts".length).split(sep).join("/"));
}

function fingerprint(folder: string): string {
  const hash = createHash("sha256");
  for (const locale of LOCALES)
    for (const file of filesOf(join(folder, locale)))
      hash.update(readFileSync(join(folder, locale, `${file}.ts`)));
  return hash.digest("hex").slice(0, 8);
}

/** @param folder `app/i18n` */
export function textsByLanguage(folder: string): Plugin[] {
  const english = join(folder, "en") + sep;

  /** `offers/page` where `id` is a file of English texts. */
  function nameOf(id: string | undefined): string | null {
    return id?.startsWith(english)
      ? relative(english, id).slice(0, -".ts".length).split(sep).join("/")
      : null;
  }

  const inBrowser: Plugin = {
    name: "postbond-texts-in-browser",
    enforce: "pre",
    applyToEnvironment: ({ name }) => name === "client",
    buildStart() {
      if (this.environment.mode !== "build") return;
      const base = `assets/${TEXTS}${fingerprint(folder)}`;
      for (const locale of LOCALES)
        for (const name of filesOf(join(folder, "en")))
          this.emitFile({
            type: "chunk",
            id: join(folder, locale, `${name}.ts`),
            fileName: `${base}/${locale}/${name}.js`,
            preserveSignature: "strict",
          });
    },
    async resolveId(source, importer, options) {
      // Without an importer it is one of the files emitted above; a file of texts is told by its path.
      if (!importer || importer.startsWith(english) || importer.startsWith(IN_DEVELOPMENT)) return null;
      // So Vite names the importer of what a browser asks for by its address: the file itself is meant then.
      if (importer.endsWith(`${sep}index.html`)) return null;
      if (!/(^|\/)en\//.test(source)) return null;
      const name = nameOf((await this.resolve(source, importer, { ...options, skipSelf: true }))?.id);
      if (!name) return null;
      return this.environment.mode === "build"
        ? { id: `${TEXTS}${name}.js`, external: true, moduleSideEffects: false }
        : `${IN_DEVELOPMENT}${name}`;
    },
    load(id) {
      if (!id.startsWith(IN_DEVELOPMENT)) return null;
      const name = id.slice(IN_DEVELOPMENT.length);
      const imports = LOCALES.map(
        (locale) => `import ${locale} from ${JSON.stringify(join(folder, locale, `${name}.ts`))};`,
      );
      return `${imports.join("\n")}\nexport default { ${LOCALES.join(", ")} }[document.documentElement.lang.slice(0, 2)];`;
    },
    generateBundle(_, bundle) {
      const scripts = Object.values(bundle).filter((file) => file.type === "chunk");
      const byScript: BuiltTexts["byScript"] = {};
      for (const { fileName, imports, dynamicImports } of scripts) {
        const texts = [...imports, ...dynamicImports].filter((name) => name.startsWith(TEXTS));
        if (texts.length) byScript[`/${fileName}`] = texts;
      }
      // What only the server says is not shipped.
      const wanted = new Set(Object.values(byScript).flat());
      const base = `assets/${TEXTS}${fingerprint(folder)}/`;
      for (const { fileName } of scripts)
        if (fileName.startsWith(base) && !wanted.has(TEXTS + fileName.slice(base.length + "en/".length)))
          delete bundle[fileName];
      const built: BuiltTexts = { base: `/${base}`, byScript };
      this.emitFile({ type: "asset", fileName: MANIFEST, source: JSON.stringify(built) });
    },
  };

  const onServer: Plugin = {
    name: "postbond-built-texts",
    resolveId: (source) => (source === BUILT ? `\0${BUILT}` : null),
    load(id) {
      if (id !== `\0${BUILT}`) return null;
      // The development server has no built texts; Remix builds the client before the server.
      if (this.environment.mode !== "build") return "export default null;";
      return `export default ${readFileSync(join(this.environment.config.root, "build/client", MANIFEST), "utf8")};`;
    },
  };

  return [inBrowser, onServer];
}
