import { argumentsOf, isNode, memberName, type Node, unwrapped } from "../syntax/ast.js";
import type { Bindings } from "./bindings.js";

/** A state of a React component: `const [order, setOrder] = useState(first)`. */
export interface ReactState {
  readonly first: Node | undefined;
  /** What the program sets it to; undefined where it may be set out of sight. */
  readonly later: readonly Node[] | undefined;
  /** The type in `useState<Order>()`. */
  readonly type: Node | undefined;
}

/** The state that an identifier stands for. */
export function stateOf(identifier: Node, bindings: Bindings): ReactState | undefined {
  const declaration = bindings.declarationOf(identifier);
  const pattern = declaration?.type === "VariableDeclarator" ? (declaration.id as Node) : undefined;
  if (pattern?.type !== "ArrayPattern" || !isNode(declaration?.init)) return undefined;
  const [state, setter] = pattern.elements as (Node | null | undefined)[];
  const call = unwrapped(declaration.init);
  if (state?.name !== identifier.name || call.type !== "CallExpression") return undefined;
  const callee = unwrapped(call.callee as Node);
  const name = callee.type === "MemberExpression" ? memberName(callee) : callee.name;
  if (name !== "useState") return undefined;
  const [first] = argumentsOf(call);
  const typeArguments = (call.typeArguments ?? call.typeParameters) as Node | null | undefined;
  const [type] = (typeArguments?.params ?? []) as Node[];
  return { first, type, later: setter ? valuesSetBy(setter, bindings) : [] };
}

function valuesSetBy(setter: Node, bindings: Bindings): Node[] | undefined {
  const values: Node[] = [];
  for (const use of bindings.usesOf(setter)) {
    if (use === setter) continue;
    const call = bindings.parentOf(use);
    const [value] = call?.type === "CallExpression" ? argumentsOf(call) : [];
    if (call?.callee !== use || !value) {
      // A list of dependencies reads the setter.
      if (call?.type === "ArrayExpression") continue;
      return undefined;
    }
    values.push(value);
  }
  return values;
}
