/** Puts a mutant into the product: its files are loaded as the patches say. To be called before any of them is. */
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { MUTANTS, type Patch } from "./index";

const root = fileURLToPath(new URL("../../", import.meta.url));

export function installMutant(name: string): void {
  const mutant = MUTANTS[name];
  if (!mutant) throw new Error(`No mutant is called ${name}`);
  const sources: Record<string, string> = {};
  for (const [file, text] of brokenFiles(mutant.patches)) {
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    });
    sources[pathToFileURL(root + file).href] = outputText;
  }
  register("./hook.mjs", import.meta.url, { data: sources });
}

/**
 * The patched text of each file, by its path in the repository.
 * @throws when a patch does not fit exactly once: the product has changed, and the mutant has to follow
 */
export function brokenFiles(patches: readonly Patch[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { file, from, to } of patches) {
    const text = texts.get(file) ?? readFileSync(root + file, "utf8");
    const places = text.split(from).length - 1;
    if (places !== 1) throw new Error(`A patch fits ${places} times into ${file}: ${from}`);
    texts.set(
      file,
      text.replace(from, () => to),
    );
  }
  return texts;
}
