/** Queries that hand out whole rows: a column of tomorrow would be handed out with them, without anybody having decided it. */
import ts from "typescript";

/** `.select()`, `.selectDistinctOn([…])`, a table as a selected field, and `db.query` without `columns`. */
export function findWholeRows(path: string, text: string): { position: number; found: string }[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const tables = tablesIn(source);
  const found: { position: number; found: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isWhole(node, tables, source))
      found.push({
        position: node.expression.end,
        found: node.expression.getText(source).replaceAll(/\s+/g, ""),
      });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What a file imports by name from the schema. */
function tablesIn(source: ts.SourceFile): Set<string> {
  return new Set(
    source.statements.filter(ts.isImportDeclaration).flatMap(({ moduleSpecifier, importClause }) => {
      const named = importClause?.namedBindings;
      if (!/\bdb\/schema\b/.test((moduleSpecifier as ts.StringLiteral).text)) return [];
      return named && ts.isNamedImports(named) ? named.elements.map(({ name }) => name.text) : [];
    }),
  );
}

function isWhole(call: ts.CallExpression, tables: Set<string>, source: ts.SourceFile): boolean {
  const { expression, arguments: given } = call;
  if (!ts.isPropertyAccessExpression(expression)) return false;
  const method = expression.name.text;
  // The DOM has a select() of its own.
  if (method === "select" && given.length === 0)
    return /^(tx|db)$/.test(expression.expression.getText(source));
  if (method === "selectDistinctOn" && given.length === 1) return true;
  if (/^select/.test(method)) return hasTable(given.at(-1), tables);
  return /^find(Many|First)$/.test(method) && !given[0]?.getText(source).includes("columns:");
}

function hasTable(fields: ts.Expression | undefined, tables: Set<string>): boolean {
  if (!fields || !ts.isObjectLiteralExpression(fields)) return false;
  return fields.properties.some((field) => {
    const value = ts.isPropertyAssignment(field) ? field.initializer : field.name;
    return value !== undefined && ts.isIdentifier(value) && tables.has(value.text);
  });
}
