import { isNode, memberName, type Node, propertyName, unwrapped } from "./ast.js";

/** What eslint-scope, and ESLint itself, say of the names in a program; the part that is read here. */
export interface ScopeManager {
  readonly scopes: readonly {
    readonly references: readonly Reference[];
  }[];
}

interface Reference {
  readonly identifier: unknown;
  readonly resolved: Variable | null;
  /** What is written to the name: its first value, what is assigned to it, a default. */
  readonly writeExpr?: unknown;
  isWrite(): boolean;
  isRead(): boolean;
}

/** A name that a program declares. */
export interface Variable {
  readonly name: string;
  readonly defs: readonly { readonly node: unknown; readonly name: unknown }[];
  readonly references: readonly Reference[];
  readonly scope?: { readonly type: string };
}

/** The name in `const name = ...`; undefined of anything else. */
export function nameDeclaredBy(node: Node | undefined): Node | undefined {
  const id = node?.type === "VariableDeclarator" ? (node.id as Node) : undefined;
  return id?.type === "Identifier" ? id : undefined;
}

/** `order` and `check` of `order.check`, `order` and nothing of `order`. */
const objectAndMember = (callee: Node): [object: Node, member: string | undefined] =>
  callee.type === "MemberExpression"
    ? [unwrapped(callee.object as Node), memberName(callee)]
    : [callee, undefined];

/** The names of a program and what they stand for. */
export class Bindings {
  readonly #variables = new Map<unknown, Variable>();
  readonly #parents: ReadonlyMap<Node, Node | undefined>;

  readonly #isReadElsewhere: (name: string) => boolean;

  constructor(
    manager: ScopeManager,
    parents: ReadonlyMap<Node, Node | undefined>,
    isReadElsewhere: (name: string) => boolean = () => false,
  ) {
    this.#parents = parents;
    this.#isReadElsewhere = isReadElsewhere;
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

  /** The variable that an identifier uses or declares; undefined of one that the file never reads or writes. */
  variableOf(identifier: Node | undefined): Variable | undefined {
    return this.#variables.get(identifier);
  }

  /** Whether code that is not in this program reads a variable. */
  isReadElsewhere({ name, scope }: Variable): boolean {
    return /^(?:module|global)$/.test(scope?.type ?? "") && this.#isReadElsewhere(name);
  }

  /** True for a name that the file does not declare. */
  isGlobal(identifier: Node): boolean {
    return (this.variableOf(identifier)?.defs.length ?? 0) === 0;
  }

  /** The declaration of a name that is declared once. */
  declarationOf(identifier: Node): Node | undefined {
    const [definition, ...others] = this.variableOf(identifier)?.defs ?? [];
    if (!definition || others.length > 0) return undefined;
    return definition.node as Node;
  }

  /** The expression that a name stands for throughout, where it is written once. */
  valueOf(identifier: Node): Node | undefined {
    const declaration = this.declarationOf(identifier);
    if (!nameDeclaredBy(declaration) || !declaration?.init) return undefined;
    const writes = this.variableOf(identifier)?.references.filter((one) => one.isWrite()) ?? [];
    return writes.length === 1 ? (declaration.init as Node) : undefined;
  }

  /** Every use of a name, which an identifier uses or declares. */
  usesOf(identifier: Node): Node[] {
    const references = this.variableOf(identifier)?.references ?? [];
    return references.map((reference) => reference.identifier as Node);
  }

  /** The key in `const { key: name } = object` and `require("...")`, where a name is taken out of an object. */
  destructuredKey(identifier: Node): { key: string; from: Node } | undefined {
    const declaration = this.declarationOf(identifier);
    const pattern =
      declaration?.type === "VariableDeclarator" ? (declaration.id as Node) : undefined;
    if (pattern?.type !== "ObjectPattern" || !isNode(declaration?.init)) return undefined;
    const own = (pattern.properties as Node[]).find(({ value }) => {
      const target = isNode(value) && value.type === "AssignmentPattern" ? value.left : value;
      return isNode(target) && target.type === "Identifier" && target.name === identifier.name;
    });
    const key = own && propertyName(own);
    return key === undefined ? undefined : { key, from: declaration.init as Node };
  }

  /** The module that a name is imported from, and what it is called there; `default` and `*` as such. */
  importOf(identifier: Node): { module: string; name: string } | undefined {
    const declaration = this.declarationOf(identifier);
    if (!declaration) return undefined;
    const from = this.parentOf(declaration)?.source as Node | undefined;
    if (/^Import\w*Specifier$/.test(declaration.type)) {
      const imported = declaration.imported as Node | undefined;
      const whole = declaration.type === "ImportDefaultSpecifier" ? "default" : "*";
      const name = imported ? String(imported.name ?? imported.value) : whole;
      return { module: String(from?.value), name };
    }
    const taken = this.destructuredKey(identifier);
    const made = unwrapped(taken?.from ?? this.valueOf(identifier) ?? identifier);
    const isRequire = made.type === "CallExpression" && (made.callee as Node).name === "require";
    const [module] = isRequire ? (made.arguments as Node[]) : [];
    return typeof module?.value === "string"
      ? { module: module.value, name: taken?.key ?? "*" }
      : undefined;
  }

  /** True of `Object.freeze`, and of a function of our own library that returns what it is given. */
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
}
