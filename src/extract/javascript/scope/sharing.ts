import type { Located } from "../../located.js";
import { isWrapper, type Node } from "../syntax/ast.js";
import type { Bindings } from "./bindings.js";
import { keysTaken, memberChain } from "./mutations.js";
import type { ScopeVariable } from "./variables.js";

/** Who reads what a name stands for. */
interface Readers {
  /** How often all of it is read. */
  readonly whole: number;
  /** How often each key is read separately. */
  readonly byKey: ReadonlyMap<string, number>;
  /** Values with their marks, where a member is used and where all is. */
  readonly forMembers: WeakMap<Located, Located>;
  readonly forWhole: WeakMap<Located, Located>;
}

/**
 * Finds what more than one place of a program reads, so that no fix of one payload edits it: a name's value is shared when it is
 * read twice, exported, or read by other code of its page.
 */
export class Sharing {
  readonly #bindings: Bindings;
  readonly #readers = new Map<ScopeVariable, Readers>();

  constructor(bindings: Bindings) {
    this.#bindings = bindings;
  }

  /** What a use of a name gives, with what others read of it marked as shared. */
  mark(use: Node, located: Located): Located {
    const variable = this.#bindings.variableOf(use);
    if (!variable) return shared(located);
    const [ownKey] = memberChain(use, this.#bindings).keys;
    const isMember = ownKey !== undefined && located.children.has(ownKey);
    const readers = this.#readersOf(use, variable);
    const marked = isMember ? readers.forMembers : readers.forWhole;
    let known = marked.get(located);
    if (!known) {
      known = this.#markFor(isMember, located, readers);
      marked.set(located, known);
    }
    return known;
  }

  #markFor(isMember: boolean, located: Located, { whole, byKey }: Readers): Located {
    // A key that is not there, or a method, speaks of the whole value.
    const missing = [...byKey].filter(([key]) => !located.children.has(key));
    const wholes = missing.reduce((sum, [, count]) => sum + count, whole);
    if (wholes > (isMember ? 0 : 1)) return shared(located);
    const isShared = (key: string) => (byKey.get(key) ?? 0) > (isMember ? 1 : 0);
    if (![...located.children.keys()].some(isShared)) return located;
    const children = [...located.children].map(([key, child]): [string, Located] => [
      key,
      isShared(key) ? shared(child) : child,
    ]);
    return { ...located, children: new Map(children) };
  }

  #readersOf(use: Node, variable: ScopeVariable): Readers {
    const known = this.#readers.get(variable);
    if (known) return known;
    const isReadElsewhere = this.#isExported(variable) || this.#bindings.isReadElsewhere(variable);
    let whole = isReadElsewhere ? 2 : 0;
    const byKey = new Map<string, number>();
    for (const keys of this.#bindings.usesOf(use).flatMap((one) => this.#readsBy(one))) {
      const [key] = keys;
      if (key === undefined) whole++;
      else byKey.set(key, (byKey.get(key) ?? 0) + 1);
    }
    const readers = { whole, byKey, forMembers: new WeakMap(), forWhole: new WeakMap() };
    this.#readers.set(variable, readers);
    return readers;
  }

  #isExported({ defs }: ScopeVariable): boolean {
    return defs.some(({ node }) => {
      const declaration = this.#bindings.parentOf(node as Node);
      const above = declaration && this.#bindings.parentOf(declaration);
      return above?.type === "ExportNamedDeclaration";
    });
  }

  /** The keys of what a use of a name reads, once a read; none where it only writes. */
  #readsBy(use: Node): (readonly string[])[] {
    const { keys, isDynamic, node, parent } = memberChain(use, this.#bindings);
    switch (parent?.type) {
      case "VariableDeclarator":
        return parent.id === node
          ? []
          : (keysTaken(parent)?.map((key) => [...keys, key]) ?? [keys]);
      case "AssignmentExpression": {
        const isOnlyWritten = parent.left === node && parent.operator === "=" && !isDynamic;
        return isOnlyWritten ? [] : [keys];
      }
      case "UnaryExpression":
        return parent.operator === "delete" ? [] : [keys];
      case "CallExpression": {
        if (parent.callee === node) return [isDynamic ? keys : keys.slice(0, -1)];
        // To check a payload is no other use of it.
        const isCheck =
          this.#bindings.isOfOurLibrary(parent) && !this.#bindings.returnsItsArgument(parent);
        return isCheck ? [] : [keys];
      }
      default:
        return [keys];
    }
  }
}

/** The statement around an assignment, where it can be taken out: not as the only statement of an `if`. */
export function statementOf(assignment: Node, bindings: Bindings): Node | undefined {
  let node = assignment;
  let parent = bindings.parentOf(node);
  while (parent && isWrapper(parent)) {
    node = parent;
    parent = bindings.parentOf(node);
  }
  const above = parent && bindings.parentOf(parent);
  const isOfList =
    above !== undefined && /^(?:Program|BlockStatement|StaticBlock|SwitchCase)$/.test(above.type);
  return parent?.type === "ExpressionStatement" && isOfList ? parent : undefined;
}

const marked = new WeakMap<Located, Located>();

/** A value and everything in it, marked as shared. */
export function shared(located: Located): Located {
  const known = marked.get(located);
  if (known) return known;
  const children = [...located.children].map(([key, child]): [string, Located] => [
    key,
    shared(child),
  ]);
  const result: Located = { ...located, children: new Map(children), isShared: true };
  marked.set(located, result);
  marked.set(result, result);
  return result;
}
