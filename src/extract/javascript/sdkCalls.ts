import type { CallKind } from "../calls.js";
import { memberName, type Node, unwrapped } from "./ast.js";
import type { Bindings } from "./bindings.js";

/** A call of one of the SDK's functions. */
export interface SdkFunction {
  /** The kinds that its payload can be. */
  readonly kinds: readonly CallKind[];
  readonly name: string;
  /** How many arguments come before the payload. */
  readonly before: number;
}

/** Names longer than this chain of aliases are not followed. */
const mostAliases = 5;

/** Finds calls of the SDK's functions, by whatever name the file calls them. */
export class SdkCalls {
  readonly #bindings: Bindings;
  readonly #kinds = new Map<string, CallKind[]>();

  constructor(bindings: Bindings, kinds: readonly CallKind[]) {
    this.#bindings = bindings;
    for (const kind of kinds) {
      if (kind.function === undefined) continue;
      const same = this.#kinds.get(kind.function);
      if (same) same.push(kind);
      else this.#kinds.set(kind.function, [kind]);
    }
  }

  /** The function that a call calls; undefined where it is none of the SDK's. */
  functionOf(call: Node): SdkFunction | undefined {
    const callee = unwrapped(call.callee as Node);
    const called = this.#named(callee, 0);
    if (called) return called;
    return callee.type === "MemberExpression" && memberName(callee) === "call"
      ? this.#named(unwrapped(callee.object as Node), 1)
      : undefined;
  }

  #named(callee: Node, before: number): SdkFunction | undefined {
    const name = this.#nameOf(callee);
    const kinds = name === undefined ? undefined : this.#kinds.get(name);
    if (name === undefined || !kinds) return undefined;
    return { kinds, name, before: before + (kinds[0]?.before ?? 0) };
  }

  /** What a function is called where it is declared. */
  #nameOf(callee: Node, aliases = 0): string | undefined {
    if (callee.type === "MemberExpression") return memberName(callee);
    if (callee.type !== "Identifier" || aliases > mostAliases) return undefined;
    const value = this.#bindings.valueOf(callee);
    if (!value) return this.#bindings.destructuredKey(callee)?.key;
    const target = unbound(unwrapped(value));
    return target.type === "MemberExpression" || target.type === "Identifier"
      ? this.#nameOf(target, aliases + 1)
      : undefined;
  }
}

/** The function in `IMP.request_pay.bind(IMP)`, or the expression itself. */
function unbound(expression: Node): Node {
  const callee =
    expression.type === "CallExpression" ? unwrapped(expression.callee as Node) : undefined;
  return callee?.type === "MemberExpression" && memberName(callee) === "bind"
    ? unwrapped(callee.object as Node)
    : expression;
}
