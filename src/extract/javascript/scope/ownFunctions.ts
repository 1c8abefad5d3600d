import {
  argumentsOf,
  isFunction,
  isNode,
  type Node,
  nodesOutsideFunctions,
  propertyName,
  unwrapped,
} from "../syntax/ast.js";
import type { Bindings } from "./bindings.js";
import { isThisMember } from "./fields.js";

/** The functions of a program that its own code calls. */
export class OwnFunctions {
  readonly #bindings: Bindings;

  constructor(bindings: Bindings) {
    this.#bindings = bindings;
  }

  /** The function of this program that an expression names. */
  named(expression: Node): Node | undefined {
    const node = unwrapped(expression);
    if (isFunction(node)) return node;
    if (node.type !== "Identifier" && !isThisMember(node)) return undefined;
    const [definition] = this.#bindings.variableOf(node)?.defs ?? [];
    if (definition?.type === "FunctionName") return definition.node as Node;
    const value = this.#bindings.valueOf(node);
    return value && isFunction(unwrapped(value)) ? unwrapped(value) : undefined;
  }

  /** The function of this program that a call calls. */
  calledBy(call: Node): Node | undefined {
    return this.named(call.callee as Node);
  }

  /** The calls of a function by its name in this program. */
  callsOf(fn: Node): Node[] {
    const name = this.nameOf(fn);
    if (!name) return [];
    return this.#bindings.usesOf(name).flatMap((use) => {
      const call = this.#bindings.parentOf(use);
      return call?.type === "CallExpression" && call.callee === use ? [call] : [];
    });
  }

  /** How often a function is named in this program, apart from where it is declared; more than that where it is exported. */
  usesOf(fn: Node): number {
    const name = this.nameOf(fn);
    if (!name) return 0;
    const uses = this.#bindings.usesOf(name).filter((use) => use !== name).length;
    return this.#isExported(fn) ? uses + 1 : uses;
  }

  #isExported(fn: Node): boolean {
    for (let above = this.#bindings.parentOf(fn); above; above = this.#bindings.parentOf(above)) {
      if (/^Export/.test(above.type)) return true;
      if (!/^Variable/.test(above.type)) return false;
    }
    return false;
  }

  /** The identifier or the key that names a function. */
  nameOf(fn: Node): Node | undefined {
    if (isNode(fn.id)) return fn.id;
    let node = fn;
    let parent = this.#bindings.parentOf(node);
    while (parent && unwrapped(parent) === fn) {
      node = parent;
      parent = this.#bindings.parentOf(node);
    }
    if (parent?.type === "VariableDeclarator") return parent.id as Node;
    const isMember = /^(?:PropertyDefinition|MethodDefinition)$/.test(parent?.type ?? "");
    return isMember ? (parent?.key as Node) : undefined;
  }

  /** What calls of a function give for the names of its parameters. */
  argumentsByName(
    fn: Node,
    call: Node,
  ): { name: Node; argument: Node | undefined; key?: string; initial?: Node }[] {
    const given = argumentsOf(call);
    const isWhole = given.length === (call.arguments as Node[]).length;
    return (fn.params as Node[]).flatMap((param, index) => {
      const argument = given[index];
      // Behind a spread nothing has a known place.
      if (!argument && !isWhole) return [];
      const target = param.type === "AssignmentPattern" ? (param.left as Node) : param;
      if (target.type === "Identifier") {
        const initial = param.type === "AssignmentPattern" ? (param.right as Node) : undefined;
        return [{ name: target, argument: argument ?? initial, ...(initial && { initial }) }];
      }
      if (target.type !== "ObjectPattern" || !argument) return [];
      return (target.properties as Node[]).flatMap((property) => {
        const key = property.type === "Property" ? propertyName(property) : undefined;
        const name = property.value as Node;
        return key !== undefined && name.type === "Identifier" ? [{ name, argument, key }] : [];
      });
    });
  }
}

/** The expressions that a function returns; undefined where it may return nothing, or is a generator. */
export function returnsOf(fn: Node): readonly Node[] | undefined {
  if (fn.generator === true) return undefined;
  const body = fn.body as Node;
  if (body.type !== "BlockStatement") return [body];
  const returned: Node[] = [];
  for (const node of nodesOutsideFunctions(body)) {
    if (node.type !== "ReturnStatement") continue;
    if (!isNode(node.argument)) return undefined;
    returned.push(node.argument);
  }
  const last = (body.body as Node[]).at(-1);
  const isSure =
    /^(?:Return|Throw|Try)Statement$/.test(last?.type ?? "") || isNode(last?.alternate);
  return returned.length > 0 && isSure ? returned : undefined;
}
