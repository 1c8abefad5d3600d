import { memberName, type Node, unwrapped } from "../syntax/ast.js";
import type { Bindings } from "./bindings.js";

/** What an expression names, by the members that lead to it. `()` behind a member is what it makes when it is called. */
export interface Named {
  /** The module that it is imported from. */
  readonly module?: string;
  /** The global that it begins with. */
  readonly global?: string;
  /** Members after the module, the global, or an unknown object. */
  readonly path: readonly string[];
}

/** Longer chains of names are not followed. */
const mostSteps = 20;

const globalObjects = new Set(["globalThis", "self", "window"]);

/** Finds what expressions name, through the aliases of a program. */
export class NameResolver {
  readonly #bindings: Bindings;

  constructor(bindings: Bindings) {
    this.#bindings = bindings;
  }

  of(expression: Node, steps = 0): Named {
    const node = unwrapped(expression);
    if (steps > mostSteps) return { path: [] };
    const next = (one: unknown) => this.of(one as Node, steps + 1);
    switch (node.type) {
      case "Identifier":
        return this.#ofIdentifier(node, steps);
      case "MemberExpression":
        return this.#ofMember(node, steps);
      case "AwaitExpression":
        return next(node.argument);
      case "LogicalExpression":
        return next(node.left);
      case "ImportExpression": {
        const { value } = node.source as Node;
        return typeof value === "string" ? { module: value, path: [] } : { path: [] };
      }
      case "CallExpression":
      case "NewExpression":
        return this.#ofCall(node, steps);
      default:
        return { path: [] };
    }
  }

  #ofIdentifier(node: Node, steps: number): Named {
    const name = node.name as string;
    if (this.#bindings.isGlobal(node)) return { global: name, path: [] };
    const imported = this.#bindings.importOf(node);
    if (imported) {
      const { module, name: member } = imported;
      return { module, path: member === "*" ? [] : [member] };
    }
    const value = this.#bindings.valueOf(node);
    if (value) return this.of(value, steps + 1);
    const taken = this.#bindings.destructuredKey(node);
    return taken ? below(this.of(taken.from, steps + 1), taken.key) : { path: [] };
  }

  /**
   * What an expression names if the name that it begins with is what it says: of a parameter, and of what a call makes. Undefined
   * where the program says what the name is.
   */
  asWritten(expression: Node): Named | undefined {
    const path: string[] = [];
    let node = unwrapped(expression);
    while (node.type === "MemberExpression") {
      const name = memberName(node);
      if (name === undefined) return undefined;
      path.unshift(name);
      node = unwrapped(node.object as Node);
    }
    return node.type === "Identifier" && this.#bindings.isGiven(node)
      ? { global: node.name as string, path }
      : undefined;
  }

  #ofMember(node: Node, steps: number): Named {
    const name = memberName(node);
    if (name === undefined) return { path: [] };
    const value = this.#bindings.valueOf(node);
    if (value) return this.of(value, steps + 1);
    return below(this.of(node.object as Node, steps + 1), name);
  }

  #ofCall(node: Node, steps: number): Named {
    const callee = unwrapped(node.callee as Node);
    const [argument] = node.arguments as Node[];
    if (callee.name === "require" && this.#bindings.isGlobal(callee)) {
      return typeof argument?.value === "string"
        ? { module: argument.value, path: [] }
        : { path: [] };
    }
    if (callee.type === "MemberExpression" && memberName(callee) === "bind") {
      return this.of(callee.object as Node, steps + 1);
    }
    const { path, ...root } = this.of(callee, steps + 1);
    const last = path.at(-1) ?? root.global;
    if (last === undefined) return { path: [] };
    return path.length > 0
      ? { ...root, path: [...path.slice(0, -1), `${last}()`] }
      : { global: `${last}()`, path };
  }
}

function below({ path, ...root }: Named, key: string): Named {
  const isGlobalObject =
    root.global !== undefined && path.length === 0 && globalObjects.has(root.global);
  return isGlobalObject ? { global: key, path } : { ...root, path: [...path, key] };
}
