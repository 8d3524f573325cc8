/** The tests that stand in the tree, read from their files: nothing is run. */
import { readFileSync } from "node:fs";
import ts from "typescript";

/** `describe › … › title` of every test in `file`, each word for word as it stands in the source. */
export function titlesIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const titles: string[] = [];
  const visit = (node: ts.Node, path: readonly string[]): void => {
    const call = ts.isCallExpression(node) ? suiteOrTest(node) : null;
    if (call?.kind === "test") titles.push([...path, call.title].join(" › "));
    const inner = call?.kind === "describe" ? [...path, call.title] : path;
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(source, []);
  return titles;
}

/** `test("…")`, `it.each([…])("…")`, `describe.each([…])("…")` and the like; skipped and planned ones are none. */
function suiteOrTest(call: ts.CallExpression): { kind: "test" | "describe"; title: string } | null {
  const [title] = call.arguments;
  if (!title || !ts.isStringLiteralLike(title)) return null;
  const words = call.expression
    .getText()
    .replace(/\([\s\S]*\)$/, "")
    .split(".");
  if (words.some((word) => ["skip", "todo", "fails"].includes(word))) return null;
  if (words[0] === "describe") return { kind: "describe", title: title.text };
  return words[0] === "test" || words[0] === "it" ? { kind: "test", title: title.text } : null;
}
