import { isNode, memberName, type Node, propertyName, unwrapped } from "../syntax/ast.js";
import type { Imported } from "./bindings.js";

/**
 * What a module exports by a name: an expression or a function, or what another module exports. Undefined where the module does
 * not say.
 */
export function exportOf(root: Node, name: string): Node | Imported | undefined {
  for (const statement of root.body as Node[]) {
    const found =
      statement.type === "ExportDefaultDeclaration"
        ? name === "default" && (statement.declaration as Node)
        : statement.type === "ExportNamedDeclaration"
          ? namedExport(statement, name)
          : commonExport(statement, name);
    if (found) return found;
  }
  return undefined;
}

function namedExport(statement: Node, name: string): Node | Imported | undefined {
  if (isNode(statement.declaration)) return declared(statement.declaration, name);
  const specifier = (statement.specifiers as Node[]).find(
    ({ exported }) => nameOf(exported) === name,
  );
  if (!specifier) return undefined;
  const local = specifier.local as Node;
  return isNode(statement.source)
    ? { module: String(statement.source.value), name: nameOf(local) ?? name }
    : local;
}

/** `export const name = …`, `export function name() {…}` */
function declared(declaration: Node, name: string): Node | undefined {
  if (declaration.type === "FunctionDeclaration") {
    return nameOf(declaration.id) === name ? declaration : undefined;
  }
  if (declaration.type !== "VariableDeclaration") return undefined;
  const declarator = (declaration.declarations as Node[]).find(({ id }) => nameOf(id) === name);
  return declarator?.id as Node | undefined;
}

/** `module.exports = { name }`, `exports.name = …` */
function commonExport(statement: Node, name: string): Node | undefined {
  const assignment = statement.expression;
  if (!isNode(assignment) || assignment.type !== "AssignmentExpression") return undefined;
  const target = unwrapped(assignment.left as Node);
  if (target.type !== "MemberExpression") return undefined;
  const object = unwrapped(target.object as Node);
  const value = unwrapped(assignment.right as Node);
  if (nameOf(object) === "module" && memberName(target) === "exports") {
    if (name === "default") return value;
    if (value.type !== "ObjectExpression") return undefined;
    const property = (value.properties as Node[]).find((one) => propertyName(one) === name);
    return property?.value as Node | undefined;
  }
  const isExports =
    nameOf(object) === "exports" ||
    (object.type === "MemberExpression" && memberName(object) === "exports");
  return isExports && memberName(target) === name ? value : undefined;
}

const nameOf = (node: unknown): string | undefined =>
  isNode(node) ? String(node.name ?? node.value) : undefined;
