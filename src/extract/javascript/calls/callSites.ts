import type { ConstantFolder } from "../folding/constantFolding.js";
import type { FoldingTools } from "../folding/foldingTools.js";
import type { Bindings } from "../scope/bindings.js";
import { isNode, type Node, nodesOutsideFunctions } from "../syntax/ast.js";

/** Where a call is made from: the outermost call that decides what it is given, and what evaluates its arguments. */
interface CallSite {
  readonly site: Node;
  readonly evaluator: ConstantFolder;
}

/** Functions that call functions are followed this far. */
const deepest = 3;

/** More calls of one function are not told apart. */
const mostCalls = 100;

/** Expressions that what a call is given may come from, at most. */
const mostSteps = 300;

/** Finds the calls of functions that pass on their arguments: the shop's own wrappers of an SDK or a client. */
export class CallSites {
  readonly #tools: FoldingTools;
  readonly #bindings: Bindings;

  constructor(tools: FoldingTools) {
    this.#tools = tools;
    this.#bindings = tools.context.bindings;
  }

  /** The places that a call is made from: itself, unless what it is given comes from the callers of a function around it. */
  of(call: Node, evaluator: ConstantFolder, depth = 0): CallSite[] {
    const fn = depth < deepest ? this.#wrapperAround(call) : undefined;
    const calls = fn ? this.#callsOf(fn) : [];
    if (!fn || calls.length === 0 || calls.length > mostCalls) return [{ site: call, evaluator }];
    return calls.flatMap((outer) =>
      this.of(outer, evaluator, depth + 1).map((at) => ({
        site: at.site,
        evaluator: at.evaluator.within(fn, outer),
      })),
    );
  }

  /** Whether what a function is given decides what a call in it is given. */
  isGivenBy(fn: Node, call: Node): boolean {
    const [start, end] = call.range;
    return start >= fn.range[0] && end <= fn.range[1] && this.#functionsDeciding(call).has(fn);
  }

  /** Calls of a function from outside of it. */
  #callsOf(fn: Node): Node[] {
    return this.#tools.functions
      .callsOf(fn)
      .filter(({ range: [start, end] }) => end <= fn.range[0] || start >= fn.range[1]);
  }

  /** The innermost function around a call whose parameters decide what the call is given, and that is called itself. */
  #wrapperAround(call: Node): Node | undefined {
    const deciding = this.#functionsDeciding(call);
    for (let above = this.#bindings.parentOf(call); above; above = this.#bindings.parentOf(above)) {
      if (deciding.has(above) && this.#callsOf(above).length > 0) return above;
    }
    return undefined;
  }

  /** The functions whose parameters what a call is given comes from. */
  #functionsDeciding(call: Node): Set<Node> {
    const found = new Set<Node>();
    const seen = new Set<Node>();
    const waiting: Node[] = [...givenTo(call)];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const node of nodesOutsideFunctions(next)) {
        if (seen.size > mostSteps) return found;
        if (seen.has(node) || node.type !== "Identifier") continue;
        seen.add(node);
        const variable = this.#bindings.variableOf(node);
        const [definition] = variable?.defs ?? [];
        if (definition?.type === "Parameter") found.add(definition.node as Node);
        if (definition?.type !== "Variable") continue;
        const isFirst = !seen.has(definition.node as Node);
        seen.add(definition.node as Node);
        if (!isFirst) continue;
        for (const { writeExpr } of variable?.references ?? []) {
          if (isNode(writeExpr)) waiting.push(writeExpr);
        }
        for (const { assignment } of this.#tools.mutations.of(node)) {
          if (isNode(assignment?.right)) waiting.push(assignment.right);
        }
      }
    }
    return found;
  }
}

/** The arguments of a call, and the properties of an element. */
const givenTo = (node: Node): Node[] =>
  ((node.arguments ?? node.attributes) as Node[] | undefined) ?? [];
