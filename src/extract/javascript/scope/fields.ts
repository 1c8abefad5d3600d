import {
  isFunction,
  isNode,
  isWrapper,
  memberName,
  type Node,
  propertyName,
} from "../syntax/ast.js";
import type { Reference, ScopeVariable } from "./variables.js";

/**
 * The fields and methods of classes, each as if it were a variable: `this.order`, `self.order` where `self` is `this`, and
 * `const { order } = this`.
 */
export class Fields {
  readonly #parents: ReadonlyMap<Node, Node | undefined>;
  #byMember: ReadonlyMap<Node, ScopeVariable> | undefined;

  constructor(parents: ReadonlyMap<Node, Node | undefined>) {
    this.#parents = parents;
  }

  /** The field that `this.name` is, or that a class declares by this name. */
  of(node: Node): ScopeVariable | undefined {
    this.#byMember ??= this.#find();
    return this.#byMember.get(node);
  }

  #find(): Map<Node, ScopeVariable> {
    const classes = new Map<Node, Map<string, Field>>();
    const found = new Map<Node, ScopeVariable>();
    const fieldOf = (body: Node, name: string): Field => {
      const fields = classes.get(body) ?? new Map<string, Field>();
      classes.set(body, fields);
      const field = fields.get(name) ?? { name, defs: [], references: [] };
      fields.set(name, field);
      return field;
    };
    const use = (node: Node, name: string | undefined, body: Node | undefined) => {
      if (name === undefined || !body) return;
      const field = fieldOf(body, name);
      field.references.push(this.#reference(node, field));
      found.set(node, field);
    };
    const aliases = new Map<Node, Set<unknown>>();
    for (const node of this.#parents.keys()) {
      if (node.type === "ClassBody") {
        for (const member of node.body as Node[]) this.#declare(member, node, fieldOf, found);
      } else if (isThisMember(node)) use(node, nameOfMember(node), this.#classAround(node));
      else if (node.type === "VariableDeclarator" && isThis(node.init)) {
        const body = this.#classAround(node);
        const { name, properties = [] } = node.id as Node & { properties?: Node[] };
        for (const one of properties) use(one.key as Node, propertyName(one), body);
        if (body) aliases.set(body, (aliases.get(body) ?? new Set()).add(name));
      }
    }
    if (aliases.size === 0) return found;
    for (const node of this.#parents.keys()) {
      const object = node.type === "MemberExpression" ? (node.object as Node) : undefined;
      if (object?.type !== "Identifier") continue;
      use(node, nameOfMember(node), this.#classOfAlias(object, aliases));
    }
    return found;
  }

  #classOfAlias(alias: Node, aliases: ReadonlyMap<Node, ReadonlySet<unknown>>): Node | undefined {
    let above = this.#parents.get(alias);
    while (above && !aliases.get(above)?.has(alias.name)) above = this.#parents.get(above);
    return above;
  }

  #declare(
    member: Node,
    body: Node,
    fieldOf: (body: Node, name: string) => Field,
    found: Map<Node, ScopeVariable>,
  ): void {
    const isField = member.type === "PropertyDefinition";
    if (!isField && !(member.type === "MethodDefinition" && member.kind === "method")) return;
    const key = member.key as Node;
    const name = key.type === "PrivateIdentifier" ? `#${key.name}` : propertyName(member);
    if (name === undefined || member.static === true) return;
    const field = fieldOf(body, name);
    field.defs.push({ type: isField ? "Field" : "Method", node: member, name: key });
    found.set(key, field);
    if (!isNode(member.value)) return;
    field.references.push({
      identifier: key,
      resolved: field,
      writeExpr: member.value,
      isWrite: () => true,
      isRead: () => false,
    });
  }

  #reference(member: Node, field: Field): Reference {
    let node = member;
    let parent = this.#parents.get(node);
    while (parent && isWrapper(parent)) {
      node = parent;
      parent = this.#parents.get(node);
    }
    const isAssigned = parent?.type === "AssignmentExpression" && parent.left === node;
    const isWritten = isAssigned || parent?.type === "UpdateExpression";
    return {
      identifier: member,
      resolved: field,
      ...(isAssigned && { writeExpr: parent?.right }),
      isWrite: () => isWritten,
      isRead: () => !isWritten,
    };
  }

  /** The class whose object `this` is; undefined inside of a function with a `this` of its own. */
  #classAround(node: Node): Node | undefined {
    let below = node;
    for (let above = this.#parents.get(node); above; above = this.#parents.get(above)) {
      if (above.type === "ClassBody") return below.static === true ? undefined : above;
      const hasOwnThis = isFunction(above) && above.type !== "ArrowFunctionExpression";
      if (hasOwnThis && this.#parents.get(above)?.type !== "MethodDefinition") return undefined;
      below = above;
    }
    return undefined;
  }
}

interface Field extends ScopeVariable {
  readonly defs: ScopeVariable["defs"][number][];
  readonly references: Reference[];
}

const isThis = (node: unknown): boolean => isNode(node) && node.type === "ThisExpression";

/** Whether an expression is `this.name`. */
export const isThisMember = (node: Node): boolean =>
  node.type === "MemberExpression" && isThis(node.object);

function nameOfMember(member: Node): string | undefined {
  const property = member.property as Node;
  return property.type === "PrivateIdentifier" ? `#${property.name}` : memberName(member);
}
