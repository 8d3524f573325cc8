/** Which modules a browser loads, computed as the build does it, and whether what only the server may have is among them. */
import ts from "typescript";
import { isErased } from "./value-circles";

export type Reached = { path: string; position: number; found: string; chain: string[] };

type Source = { path: string; text: string };
/** What a specifier in a file names: the path of a file of ours, or `npm:name`. */
type Resolve = (from: string, specifier: string) => string;

/** Remix takes these exports of a route out of what the browser gets, and with them whatever only they use. */
const SERVER_EXPORTS = new Set(["loader", "action", "headers"]);

const isRoute = (path: string) => /^app\/routes\/[^/]+\/route\.tsx?$/.test(path) || path === "app/root.tsx";
/** Where the browser begins: every page, and the script that brings the document to life. Components are held to it even while no page uses them. */
const isEntry = (path: string) =>
  isRoute(path) || path === "app/entry.client.tsx" || path.startsWith("app/ui/");

/** Every import by which a module that a browser loads reaches one that `isServerOnly`. Types are erased, so they count for nothing. */
export function findServerInBrowser(
  files: readonly Source[],
  resolve: Resolve,
  isServerOnly: (target: string) => boolean,
): Reached[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const reached: Reached[] = [];
  const seen = new Set<string>();
  const queue = [...texts.keys()].filter(isEntry).map((path) => ({ path, chain: [path] }));
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { path, chain } = next;
    const text = texts.get(path);
    if (text === undefined || seen.has(path)) continue;
    seen.add(path);
    for (const { specifier, position } of clientImports(path, text)) {
      const target = resolve(path, specifier);
      if (isServerOnly(target)) reached.push({ path, position, found: specifier, chain });
      else queue.push({ path: target, chain: [...chain, target] });
    }
  }
  return reached;
}

/** The imports of a file that are left in the browser: of a route those that something else than its loader and action uses. */
function clientImports(path: string, text: string): { specifier: string; position: number }[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const used = isRoute(path) ? namesInBrowser(source) : null;
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
    const left = used === null || ts.isExportDeclaration(statement) || isUsed(statement, used);
    return left && !isErased(statement)
      ? [{ specifier: moduleSpecifier.text, position: moduleSpecifier.pos }]
      : [];
  });
}

/** An import for its effect stays; any other one only while one of its names is used. */
function isUsed({ importClause }: ts.ImportDeclaration, used: ReadonlySet<string>): boolean {
  if (!importClause) return true;
  const { name, namedBindings } = importClause;
  if (name && used.has(name.text)) return true;
  if (!namedBindings) return false;
  return ts.isNamespaceImport(namedBindings)
    ? used.has(namedBindings.name.text)
    : namedBindings.elements.some((element) => !element.isTypeOnly && used.has(element.name.text));
}

/** Every name that what the browser keeps of a route uses, by way of the route's own declarations. */
function namesInBrowser(source: ts.SourceFile): Set<string> {
  const declared = new Map<string, Set<string>>();
  const used = new Set<string>();
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) || isOfTypes(statement)) continue;
    if (ts.isExportDeclaration(statement)) {
      for (const name of exportedToBrowser(statement)) used.add(name);
      continue;
    }
    const names = namesUsed(statement);
    const own = ownNames(statement);
    for (const name of own) declared.set(name, names);
    const kept = own.length === 0 || (isExported(statement) && !own.some((name) => SERVER_EXPORTS.has(name)));
    if (kept) for (const name of names) used.add(name);
  }
  for (const name of used) for (const other of declared.get(name) ?? []) used.add(other);
  return used;
}

/** What `export { own as default }` hands to the browser, by its own name. */
function exportedToBrowser({ exportClause, moduleSpecifier }: ts.ExportDeclaration): string[] {
  if (moduleSpecifier || !exportClause || !ts.isNamedExports(exportClause)) return [];
  return exportClause.elements
    .filter(({ name }) => !SERVER_EXPORTS.has(name.text))
    .map(({ name, propertyName }) => (propertyName ?? name).text);
}

const isOfTypes = (statement: ts.Statement) =>
  ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement);

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function ownNames(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return [statement.name?.text ?? "default"];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name }) => bound(name));
}

function bound(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? bound(element.name) : []));
}

/** The identifiers of a statement outside its types. A name of something else counts too: one too many is reported, none is missed. */
function namesUsed(statement: ts.Statement): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isIdentifier(node) && !isProperty(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return names;
}

/** `b` of `a.b` and of `{ b: 1 }` names no import. */
function isProperty(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isJsxAttribute(parent) && parent.name === node)
  );
}
