import type { JsonType } from "../../../validator/unknown.js";
import type { Bindings } from "../scope/bindings.js";
import {
  isFunction,
  isNode,
  memberName,
  type Node,
  propertyName,
  unwrapped,
} from "../syntax/ast.js";

/** What a TypeScript annotation says of a value. */
interface StaticType {
  /** Undefined where the value may be absent, or of a type that is not known. */
  readonly types?: readonly JsonType[] | undefined;
  /** Name of a class of the language or the browser: `Date`, `HTMLInputElement`. */
  readonly className?: string | undefined;
  /** The annotation of a member. */
  readonly members?: ReadonlyMap<string, Node | undefined> | undefined;
}

const keywords: Readonly<Record<string, JsonType>> = {
  TSStringKeyword: "string",
  TSNumberKeyword: "number",
  TSBooleanKeyword: "boolean",
  TSNullKeyword: "null",
  TSTemplateLiteralType: "string",
  TSArrayType: "array",
  TSTupleType: "array",
};

/** Annotations that refer to others are followed this far. */
const mostSteps = 10;

/** Reads the annotations of a TypeScript program. */
export class StaticTypes {
  readonly #bindings: Bindings;
  readonly #declared = new Map<string, Node | undefined>();

  constructor(bindings: Bindings, nodes: Iterable<Node>) {
    this.#bindings = bindings;
    for (const node of nodes) {
      if (node.type !== "TSInterfaceDeclaration" && node.type !== "TSTypeAliasDeclaration")
        continue;
      const name = (node.id as Node).name as string;
      // Of two declarations by one name neither is sure.
      this.#declared.set(name, this.#declared.has(name) ? undefined : node);
    }
  }

  /** What annotations say of an expression. */
  of(expression: Node, steps = 0): StaticType {
    const annotation = this.#annotationOf(unwrapped(expression), steps);
    return annotation ? this.read(annotation, steps) : {};
  }

  #annotationOf(node: Node, steps: number): Node | undefined {
    if (steps > mostSteps) return undefined;
    if (node.type === "MemberExpression") {
      const name = memberName(node);
      const own = this.#declaredAnnotation(node);
      if (own) return own;
      const { members } = this.of(node.object as Node, steps + 1);
      return name === undefined ? undefined : members?.get(name);
    }
    if (node.type !== "Identifier") return undefined;
    return this.#declaredAnnotation(node) ?? this.#takenAnnotation(node, steps);
  }

  /** `name: Type` where a name is declared. */
  #declaredAnnotation(node: Node): Node | undefined {
    const [definition, ...others] = this.#bindings.variableOf(node)?.defs ?? [];
    if (!definition || others.length > 0) return undefined;
    const declared = definition.type === "Field" ? definition.node : definition.name;
    return isNode(declared) && declared.optional !== true ? annotated(declared) : undefined;
  }

  /** The annotation of what a name is taken out of: `({ amount }: Props)`. */
  #takenAnnotation(node: Node, steps: number): Node | undefined {
    const [definition] = this.#bindings.variableOf(node)?.defs ?? [];
    if (!definition || !isNode(definition.name)) return undefined;
    const property = this.#bindings.parentOf(definition.name);
    const pattern = property && this.#bindings.parentOf(property);
    if (property?.type !== "Property" || pattern?.type !== "ObjectPattern") return undefined;
    const key = propertyName(property);
    const annotation = annotated(pattern) ?? this.#annotationOfProps(pattern);
    if (key === undefined || !annotation) return undefined;
    return this.read(annotation, steps + 1).members?.get(key);
  }

  /** `const Pay: React.FC<Props> = ({ amount }) => …` */
  #annotationOfProps(pattern: Node): Node | undefined {
    const fn = this.#bindings.parentOf(pattern);
    if (!fn || !isFunction(fn) || (fn.params as Node[])[0] !== pattern) return undefined;
    const declarator = this.#bindings.parentOf(fn);
    if (declarator?.type !== "VariableDeclarator") return undefined;
    const type = annotated(declarator.id as Node);
    const name = type && typeName(type);
    return name && /^(?:React\.)?(?:FC|FunctionComponent)$/.test(name)
      ? argumentsOfType(type)[0]
      : undefined;
  }

  /** What a type says. */
  read(type: Node, steps = 0): StaticType {
    if (steps > mostSteps) return {};
    const keyword = keywords[type.type];
    if (keyword) return { types: [keyword] };
    switch (type.type) {
      case "TSTypeAnnotation":
      case "TSParenthesizedType":
        return this.read(type.typeAnnotation as Node, steps + 1);
      case "TSLiteralType": {
        const { value } = type.literal as Node;
        const own = typeof value;
        return own === "string" || own === "number" || own === "boolean" ? { types: [own] } : {};
      }
      case "TSUnionType":
        return this.#union(type.types as Node[], steps);
      case "TSTypeLiteral":
        return { types: ["object"], members: membersOf(type.members as Node[]) };
      case "TSInterfaceBody":
        return { types: ["object"], members: membersOf(type.body as Node[]) };
      case "TSTypeReference":
        return this.#reference(type, steps);
      default:
        return {};
    }
  }

  #union(types: readonly Node[], steps: number): StaticType {
    const all = types.map((one) => this.read(one, steps + 1).types);
    return all.every((one) => one !== undefined) ? { types: [...new Set(all.flat())] } : {};
  }

  #reference(type: Node, steps: number): StaticType {
    const name = typeName(type) ?? "";
    const declared = this.#declared.get(name);
    if (declared) {
      const isAlias = declared.type === "TSTypeAliasDeclaration";
      // A parameter of the type, or what it extends, may say more.
      if (declared.typeParameters) return {};
      const own = this.read((isAlias ? declared.typeAnnotation : declared.body) as Node, steps + 1);
      return own;
    }
    if (this.#declared.has(name)) return {};
    const [argument] = argumentsOfType(type);
    if (/^(?:Readonly|Required)$/.test(name) && argument) return this.read(argument, steps + 1);
    if (/^(?:Readonly)?Array$/.test(name)) return { types: ["array"] };
    return { className: name };
  }
}

/** The annotation behind a name or a pattern. */
const annotated = ({ typeAnnotation }: Node): Node | undefined =>
  isNode(typeAnnotation) ? (typeAnnotation.typeAnnotation as Node) : undefined;

/** The annotations of members; undefined where a member may be absent. */
function membersOf(members: readonly Node[]): Map<string, Node | undefined> {
  const found = new Map<string, Node | undefined>();
  for (const member of members) {
    const name = member.type === "TSPropertySignature" ? propertyName(member) : undefined;
    if (name !== undefined) {
      found.set(name, member.optional === true ? undefined : annotated(member));
    }
  }
  return found;
}

/** `Date`, `React.FC`. */
function typeName(type: Node): string | undefined {
  if (type.type === "Identifier") return type.name as string;
  if (type.type === "TSQualifiedName") {
    return `${typeName(type.left as Node)}.${typeName(type.right as Node)}`;
  }
  return type.type === "TSTypeReference" ? typeName(type.typeName as Node) : undefined;
}

const argumentsOfType = (type: Node): Node[] =>
  (((type.typeArguments ?? type.typeParameters) as Node | undefined)?.params as Node[]) ?? [];
