import {
  isFunction,
  isNode,
  memberName,
  type Node,
  propertyName,
  unwrapped,
} from "../syntax/ast.js";
import { Fields } from "./fields.js";
import type { Reference, ScopeManager, ScopeVariable } from "./variables.js";

/** What a file imports: the name that it has in its module, where `default` and `*` are what they say. */
export interface Imported {
  readonly module: string;
  readonly name: string;
}

/** The name in `const name = ...`; undefined of anything else. */
export function nameDeclaredBy(node: Node | undefined): Node | undefined {
  const id = node?.type === "VariableDeclarator" ? (node.id as Node) : undefined;
  return id?.type === "Identifier" ? id : undefined;
}

/** The expression in `const name = ...` and of a field or a method of a class. */
function firstValueOf(declaration: Node): unknown {
  if (nameDeclaredBy(declaration)) return declaration.init;
  const isMember = /^(?:PropertyDefinition|MethodDefinition)$/.test(declaration.type);
  return isMember ? declaration.value : undefined;
}

/** `order` and `check` of `order.check`, `order` and nothing of `order`. */
const objectAndMember = (callee: Node): [object: Node, member: string | undefined] =>
  callee.type === "MemberExpression"
    ? [unwrapped(callee.object as Node), memberName(callee)]
    : [callee, undefined];

/** The names of a program and what they stand for. */
export class Bindings {
  readonly #variables = new Map<unknown, ScopeVariable>();
  readonly #imports = new Map<string, ScopeVariable>();
  readonly #fields: Fields;
  readonly #values = new Map<ScopeVariable, Node | undefined>();
  readonly #parents: ReadonlyMap<Node, Node | undefined>;

  readonly #isReadElsewhere: (name: string) => boolean;

  constructor(
    manager: ScopeManager,
    parents: ReadonlyMap<Node, Node | undefined>,
    isReadElsewhere: (name: string) => boolean = () => false,
  ) {
    this.#parents = parents;
    this.#fields = new Fields(parents);
    this.#isReadElsewhere = isReadElsewhere;
    for (const { references, variables } of manager.scopes) {
      for (const variable of variables) {
        const [definition] = variable.defs;
        if (definition?.type === "ImportBinding") this.#imports.set(variable.name, variable);
      }
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

  /** The nearest ancestor of a node that satisfies a condition. */
  nearestAround(node: Node, is: (above: Node) => boolean): Node | undefined {
    let above = this.parentOf(node);
    while (above && !is(above)) above = this.parentOf(above);
    return above;
  }

  functionAround(node: Node): Node | undefined {
    return this.nearestAround(node, isFunction);
  }

  /**
   * The variable that an identifier uses or declares, or the field that `this.name` is; undefined of one that the file never reads
   * or writes.
   */
  variableOf(name: Node | undefined): ScopeVariable | undefined {
    return this.#variables.get(name) ?? (name && this.#fields.of(name));
  }

  /** Whether an identifier is where a name is declared. */
  isDeclaration(identifier: Node): boolean {
    return this.variableOf(identifier)?.defs.some(({ name }) => name === identifier) ?? false;
  }

  /** Whether code that is not in this program reads a variable. */
  isReadElsewhere({ name, scope }: ScopeVariable): boolean {
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
    const variable = this.variableOf(identifier);
    if (!variable) return undefined;
    if (!this.#values.has(variable)) this.#values.set(variable, this.#onlyValueOf(variable));
    return this.#values.get(variable);
  }

  #onlyValueOf({ defs, references }: ScopeVariable): Node | undefined {
    const [write, ...others] = references.filter((one) => one.isWrite());
    if (!write || others.length > 0 || defs.length > 1) return undefined;
    const declaration = defs[0]?.node as Node | undefined;
    const first = declaration ? firstValueOf(declaration) : this.#madeByConstructor(write);
    return isNode(first) ? first : undefined;
  }

  /** What a constructor assigns to a field that is not declared. */
  #madeByConstructor({ identifier, writeExpr }: Reference): unknown {
    const statement = this.parentOf(this.parentOf(identifier as Node) as Node);
    const body = statement && this.parentOf(statement);
    const method = body && this.parentOf(this.parentOf(body) as Node);
    return method?.type === "MethodDefinition" && method.kind === "constructor"
      ? writeExpr
      : undefined;
  }

  /** True of a name whose value the program does not show: a parameter, a variable that is written later, what a call makes. */
  isGiven(identifier: Node): boolean {
    const [definition, ...others] = this.variableOf(identifier)?.defs ?? [];
    if (!definition || others.length > 0) return false;
    if (definition.type === "Parameter") return true;
    const declaration = definition.node as Node;
    if (declaration.type !== "VariableDeclarator") return false;
    if (!isNode(declaration.init)) return true;
    const made = unwrapped(declaration.init);
    return /^(?:Await|Call|Conditional|Logical|Member)Expression$/.test(made.type);
  }

  /** Every use of a name, which an identifier uses or declares. */
  usesOf(identifier: Node): Node[] {
    const references = this.variableOf(identifier)?.references ?? [];
    return references.map((reference) => reference.identifier as Node);
  }

  /** The key in `const { key: name } = object`, where a name is taken out of an object. */
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

  /** The key that a name stands for throughout, in `const { key: name } = object`. */
  takenFrom(identifier: Node): { key: string; from: Node } | undefined {
    const writes = this.variableOf(identifier)?.references.filter((one) => one.isWrite()) ?? [];
    return writes.length === 1 ? this.destructuredKey(identifier) : undefined;
  }

  /** What a file imports by a name, as the names of components need it, which are no uses of a variable. */
  importNamed(name: string): Imported | undefined {
    const declaration = this.#imports.get(name)?.defs[0]?.node as Node | undefined;
    return declaration && this.#imported(declaration);
  }

  #imported(declaration: Node): Imported | undefined {
    if (!/^Import\w*Specifier$/.test(declaration.type)) return undefined;
    const from = this.parentOf(declaration)?.source as Node | undefined;
    const imported = declaration.imported as Node | undefined;
    const whole = declaration.type === "ImportDefaultSpecifier" ? "default" : "*";
    const name = imported ? String(imported.name ?? imported.value) : whole;
    return { module: String(from?.value), name };
  }

  /** The module that an `import` takes a name from, and what it is called there. */
  importOf(identifier: Node): Imported | undefined {
    const declaration = this.declarationOf(identifier);
    return declaration && this.#imported(declaration);
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
