/** The names that a source file gives or uses: identifiers and codes, without comments and prose. */
import ts from "typescript";

export type NameAt = { name: string; line: number };

/** A text that is a code, such as `slot_offered` or `offer/live`, and not a sentence. */
const CODE = /^[a-z][a-z0-9]*([_/.][a-z0-9]+)+$/;

export function namesIn(path: string, text: string): NameAt[] {
  return path.endsWith(".sql") ? sqlNames(text) : sourceNames(path, text);
}

function sourceNames(path: string, text: string): NameAt[] {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind);
  const names: NameAt[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || (ts.isStringLiteralLike(node) && CODE.test(node.text)))
      names.push({ name: node.text, line: source.getLineAndCharacterOfPosition(node.end).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function sqlNames(text: string): NameAt[] {
  return text.split("\n").flatMap((line, index) =>
    [...line.replace(/--.*$/, "").matchAll(/[a-z][a-z0-9_]*/gi)].map(([name]) => ({
      name,
      line: index + 1,
    })),
  );
}
