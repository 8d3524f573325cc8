/** Finds files that import each other in a circle. A circle of values may meet a half-loaded module; a circle of types cannot. */
import ts from "typescript";

export type Import = { from: string; to: string; type_only: boolean };
export type Circle = { files: string[]; type_only: boolean };

/** The imports and re-exports of a file, each with whether the compiler erases it. Dynamic imports run later and are left out. */
export function importsOf(path: string, text: string): Array<{ specifier: string; type_only: boolean }> {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const specifier = statement.moduleSpecifier;
    if (!specifier || !ts.isStringLiteral(specifier)) return [];
    return [{ specifier: specifier.text, type_only: isErased(statement) }];
  });
}

/** Whether the compiler leaves nothing of it. */
export function isErased(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) {
    const named = statement.exportClause && ts.isNamedExports(statement.exportClause);
    return statement.isTypeOnly || Boolean(named && onlyTypes(statement.exportClause.elements));
  }
  const clause = statement.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const { namedBindings } = clause;
  return (
    !clause.name && !!namedBindings && ts.isNamedImports(namedBindings) && onlyTypes(namedBindings.elements)
  );
}

function onlyTypes(elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]): boolean {
  return elements.length > 0 && elements.every((element) => element.isTypeOnly);
}

/**
 * One circle for each group of files that reach each other: first among the value imports alone, then among all imports for
 * those that no value circle names.
 */
export function findCircles(imports: Import[]): Circle[] {
  const values = groupsOf(imports.filter(({ type_only }) => !type_only));
  const named = new Set(values.flat());
  const types = groupsOf(imports).filter((files) => !files.every((file) => named.has(file)));
  return [
    ...values.map((files) => ({ files, type_only: false })),
    ...types.map((files) => ({ files, type_only: true })),
  ];
}

/** Whether a circle is allowed: types only, and all of its files in the folder of one route or of one emulator. */
export function isAllowed({ files, type_only }: Circle): boolean {
  const folders = new Set(files.map((file) => ONE_PLACE.exec(file)?.[0]));
  return type_only && folders.size === 1 && !folders.has(undefined);
}

const ONE_PLACE = /^(app\/routes|sandbox)\/[^/]+\//;

/** Groups of at least two files that reach each other (Tarjan's strongly connected components), each sorted. */
function groupsOf(imports: Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const groups: string[][] = [];
  const visit = (file: string): number => {
    const own = index.size;
    index.set(file, own);
    low.set(file, own);
    stack.push(file);
    for (const target of targets.get(file) ?? []) {
      const reached = index.has(target)
        ? stack.includes(target)
          ? low.get(target)
          : undefined
        : visit(target);
      if (reached !== undefined) low.set(file, Math.min(low.get(file) ?? own, reached));
    }
    const lowest = low.get(file) ?? own;
    if (lowest === own) {
      const group = stack.splice(stack.indexOf(file));
      if (group.length > 1) groups.push(group.sort());
    }
    return lowest;
  };
  for (const file of targets.keys()) if (!index.has(file)) visit(file);
  return groups;
}
