import { isWrapper, memberName, type Node, unwrapped } from "./ast.js";

/** What eslint-scope, and ESLint itself, say of the names in a program; the part that is read here. */
export interface ScopeManager {
  readonly scopes: readonly {
    readonly references: readonly Reference[];
  }[];
}

interface Reference {
  readonly identifier: unknown;
  readonly resolved: Variable | null;
  isWrite(): boolean;
}

interface Variable {
  readonly name: string;
  readonly defs: readonly { readonly node: unknown; readonly name: unknown }[];
  readonly references: readonly Reference[];
}

/** How a program may change an object that a name stands for. */
export interface Change {
  /** The keys that lead to what may change; empty for all of it. */
  readonly keys: readonly string[];
  /**
   * `assigned`: another value may stand there. `passed on`: what is an object may be changed by others. `shared`: the objects in it
   * may, but not which they are.
   */
  readonly how: "assigned" | "passed on" | "shared";
}

/** The name in `const name = ...`; undefined of anything else. */
function nameDeclaredBy(node: Node | undefined): Node | undefined {
  const id = node?.type === "VariableDeclarator" ? (node.id as Node) : undefined;
  return id?.type === "Identifier" ? id : undefined;
}

const literals = new Set(["ObjectExpression", "ArrayExpression", "Property"]);

/** `order` and `check` of `order.check`, `order` and nothing of `order`. */
const objectAndMember = (callee: Node): [object: Node, member: string | undefined] =>
  callee.type === "MemberExpression"
    ? [unwrapped(callee.object as Node), memberName(callee)]
    : [callee, undefined];

/** The names of a program: what they stand for, and how that is used. */
export class Names {
  readonly #variables = new Map<unknown, Variable>();
  readonly #unchanged = new Map<Variable, boolean>();
  /** Copies that are being looked at, so that a circle ends. */
  readonly #copied = new Set<Variable>();
  readonly #parents: ReadonlyMap<Node, Node | undefined>;

  constructor(manager: ScopeManager, parents: ReadonlyMap<Node, Node | undefined>) {
    this.#parents = parents;
    for (const { references } of manager.scopes) {
      for (const { identifier, resolved } of references) {
        if (!resolved) continue;
        this.#variables.set(identifier, resolved);
        for (const { name } of resolved.defs) this.#variables.set(name, resolved);
      }
    }
  }

  parentOf(node: Node): Node | undefined {
    return this.#parents.get(node);
  }

  /** True for a name that the file does not declare. */
  isGlobal(identifier: Node): boolean {
    return (this.#variables.get(identifier)?.defs.length ?? 0) === 0;
  }

  /** The declaration of a name that is declared once. */
  declarationOf(identifier: Node): Node | undefined {
    const variable = this.#variables.get(identifier);
    const [definition, ...others] = variable?.defs ?? [];
    if (!definition || others.length > 0) return undefined;
    return definition.node as Node;
  }

  /** Of `Object.freeze`, and of what our own library gives back as it is. */
  returnsItsArgument(call: Node): boolean {
    const callee = unwrapped(call.callee as Node);
    const [object, member] = objectAndMember(callee);
    if (object.name === "Object" && /^(?:freeze|seal)$/.test(member ?? "")) return true;
    const name = member ?? (this.declarationOf(object)?.imported as Node | undefined)?.name;
    return /^(?:define[A-Z]|parse$)/.test(String(name)) && this.isOfOurLibrary(call);
  }

  /** Whether a function is called that the file imports from paylint; none of those changes what it is given. */
  isOfOurLibrary(call: Node): boolean {
    const [object] = objectAndMember(unwrapped(call.callee as Node));
    const specifier = this.declarationOf(object);
    const from = (specifier && this.parentOf(specifier))?.source as Node | undefined;
    return /^paylint(?:\/|$)/.test(String(from?.value));
  }

  /** The expression that a name stands for throughout, where it is written once. */
  valueOf(identifier: Node): Node | undefined {
    const variable = this.#variables.get(identifier);
    const declaration = this.declarationOf(identifier);
    if (!nameDeclaredBy(declaration) || !declaration?.init) return undefined;
    const writes = variable?.references.filter((reference) => reference.isWrite()) ?? [];
    return writes.length === 1 ? (declaration.init as Node) : undefined;
  }

  /** Every use of a name, which an identifier uses or declares. */
  usesOf(identifier: Node): Node[] {
    const references = this.#variables.get(identifier)?.references ?? [];
    return references.map((reference) => reference.identifier as Node);
  }

  /** What the program may do to the object that a name stands for. */
  changesOf(identifier: Node, isHarmless: (call: Node) => boolean): Change[] {
    return this.usesOf(identifier).flatMap((use) => this.#changeBy(use, isHarmless) ?? []);
  }

  /** Whether the program does nothing to the object that a name stands for; worked out once for each name. */
  #isUnchanged(identifier: Node, isHarmless: (call: Node) => boolean): boolean {
    const variable = this.#variables.get(identifier);
    if (!variable) return false;
    let known = this.#unchanged.get(variable);
    if (known === undefined) {
      // While it is being worked out it is not so, so that a circle ends.
      this.#unchanged.set(variable, false);
      known = this.changesOf(identifier, isHarmless).length === 0;
      this.#unchanged.set(variable, known);
    }
    return known;
  }

  /**
   * Whether nothing changes what a value, or something written out that it is part of, is used for: as an argument of a harmless
   * call, or as what a name stands for that is used no worse.
   */
  #isHarmlessPart(part: Node, isHarmless: (call: Node) => boolean): boolean {
    let node = part;
    let parent = this.parentOf(node);
    while (parent && (isWrapper(parent) || literals.has(parent.type))) {
      node = parent;
      parent = this.parentOf(node);
    }
    if (parent?.type === "CallExpression") {
      if (parent.callee === node || !isHarmless(parent)) return false;
      return this.returnsItsArgument(parent) ? this.#isHarmlessPart(parent, isHarmless) : true;
    }
    if (parent?.type === "ExpressionStatement") return true;
    const name = nameDeclaredBy(parent);
    return name !== undefined && this.#isUnchanged(name, isHarmless);
  }

  /** Whether nothing changes the objects in a copy, which the copied one still holds too. */
  #isHarmlessCopy(spread: Node, isHarmless: (call: Node) => boolean): boolean {
    if (this.#isHarmlessPart(spread, isHarmless)) return true;
    let node = this.parentOf(spread) as Node;
    let parent = this.parentOf(node);
    while (parent && isWrapper(parent)) {
      node = parent;
      parent = this.parentOf(node);
    }
    const name = nameDeclaredBy(parent);
    const variable = this.#variables.get(name);
    if (!name || !variable || this.#copied.has(variable)) return false;
    this.#copied.add(variable);
    const changes = this.changesOf(name, isHarmless);
    this.#copied.delete(variable);
    return changes.every(({ keys, how }) => how === "assigned" && keys.length < 2);
  }

  #changeBy(use: Node, isHarmless: (call: Node) => boolean): Change | undefined {
    const keys: string[] = [];
    let node = use;
    let parent = this.parentOf(node);
    let isDynamic = false;
    while (
      parent &&
      (isWrapper(parent) || (parent.type === "MemberExpression" && parent.object === node))
    ) {
      if (parent.type === "MemberExpression") {
        const name = memberName(parent);
        if (name === undefined) isDynamic = true;
        else if (!isDynamic) keys.push(name);
      }
      node = parent;
      parent = this.parentOf(node);
    }
    if (!parent) return undefined;
    switch (parent.type) {
      case "AssignmentExpression":
      case "AssignmentPattern":
        if (parent.left === node) return { keys, how: "assigned" };
        return { keys, how: "passed on" };
      case "UpdateExpression":
        return { keys, how: "assigned" };
      case "UnaryExpression":
        return parent.operator === "delete" ? { keys, how: "assigned" } : undefined;
      case "CallExpression":
      case "NewExpression":
        // Of a method's own object more may change than is written.
        if (parent.callee === node) {
          return { keys: isDynamic ? keys : keys.slice(0, -1), how: "passed on" };
        }
        return this.#isHarmlessPart(node, isHarmless) ? undefined : { keys, how: "passed on" };
      case "VariableDeclarator":
        // `const { name } = object` takes texts and numbers out as often as objects.
        return parent.id === node || this.#isHarmlessPart(node, isHarmless)
          ? undefined
          : { keys, how: "passed on" };
      case "SpreadElement":
        return this.#isHarmlessCopy(parent, isHarmless) ? undefined : { keys, how: "shared" };
      case "BinaryExpression":
      case "TemplateLiteral":
      case "ExpressionStatement":
      case "ExportSpecifier":
      case "IfStatement":
      case "JSXSpreadAttribute":
        return undefined;
      case "Property":
      case "ArrayExpression":
        return this.#isHarmlessPart(parent, isHarmless) ? undefined : { keys, how: "passed on" };
      default:
        return parent.type.startsWith("TS") ? undefined : { keys, how: "passed on" };
    }
  }
}
