import { isSeen, Unknown } from "../../../validator/unknown.js";
import { type Located, leaf, mostParts, sizeOf } from "../../located.js";
import type { Bindings } from "../scope/bindings.js";
import { isThisMember } from "../scope/fields.js";
import type { Mutation, Mutations } from "../scope/mutations.js";
import { Sharing, statementOf } from "../scope/sharing.js";
import { type Node, unwrapped } from "../syntax/ast.js";
import { afterEffects, assignedChild, withAssigned } from "./mutatedValue.js";
import { evaluatePart, type Folding } from "./objectFolding.js";

/** An object that is changed more often has no value that is sure. */
const mostMutations = 200;

/** The values of names, after everything that the program may do to them. */
export class BoundValues {
  readonly #bindings: Bindings;
  readonly #mutations: Mutations;
  readonly #folding: Folding;
  readonly #sharing: Sharing;
  /** What a name stands for at every use, by the expression that declares it. */
  readonly #declared = new Map<Node, Located>();
  /** What it stands for at a use that assignments precede. */
  readonly #used = new Map<Node, Located>();

  constructor(bindings: Bindings, mutations: Mutations, folding: Folding) {
    this.#bindings = bindings;
    this.#mutations = mutations;
    this.#folding = folding;
    this.#sharing = new Sharing(bindings);
  }

  /**
   * The value of a name at a use. `init` is the expression that gives it its value, and `evaluate` evaluates it. What other code
   * reads of the value is marked as shared.
   */
  valueAt(use: Node, init: Node, evaluate: () => Located): Located {
    const mutations = this.#mutationsOf(use, init);
    const sure =
      mutations.length > mostMutations
        ? []
        : mutations.filter((one) => this.#mutations.happensBefore(one, use));
    const known = sure.length > 0 ? this.#used.get(use) : this.#declared.get(init);
    if (known) return this.#sharing.mark(use, known);
    // While it is being worked out it is unknown, so that a circle ends.
    const keep = (located: Located) =>
      sure.length > 0 ? this.#used.set(use, located) : this.#declared.set(init, located);
    keep(leaf(this.#unknown(use), init.range));
    const found = this.#mutated(evaluate(), use, mutations, sure);
    keep(found);
    return this.#sharing.mark(use, found);
  }

  /** Mutations of the object that `init` gives; those above it, and assignments of the name as a whole, are of another. */
  #mutationsOf(use: Node, init: Node): readonly Mutation[] {
    const all = this.#mutations.of(use);
    if (!all.some(isReassignment)) return all;
    return all.filter((one) => {
      if (!one.assignment) return true;
      return !isReassignment(one) && one.assignment.range[0] >= init.range[1];
    });
  }

  #mutated(
    first: Located,
    use: Node,
    mutations: readonly Mutation[],
    sure: readonly Mutation[],
  ): Located {
    let found = first;
    if (!isSeen(found.value)) return found;
    const unsure = new Set(mutations);
    for (const mutation of sure) {
      const right = mutation.assignment?.right as Node;
      const value = evaluatePart(this.#folding, right, 1);
      const child = assignedChild(mutation, value, this.#statementOf(mutation));
      const assigned = withAssigned(found, mutation.keys, child);
      if (!assigned || sizeOf(assigned) > mostParts) continue;
      found = assigned;
      unsure.delete(mutation);
    }
    const effects = [...unsure].map((one) => ({ ...one, located: this.#locatedOf(one) }));
    return afterEffects(found, effects, this.#sourceOf(use));
  }

  /** Where an assignment that may happen writes its key. */
  #locatedOf(mutation: Mutation): Located | undefined {
    const { assignment } = mutation;
    const target = assignment && unwrapped(assignment.left as Node);
    if (target?.type !== "MemberExpression") return undefined;
    const right = assignment?.right as Node;
    const value = leaf(this.#unknown(right), right.range);
    const origins = this.#folding.originsOf(right);
    return assignedChild(mutation, { ...value, origins }, this.#statementOf(mutation));
  }

  #statementOf({ assignment }: Mutation): Node | undefined {
    return assignment && statementOf(assignment, this.#bindings);
  }

  #unknown(node: Node): Unknown {
    return new Unknown(this.#sourceOf(node));
  }

  #sourceOf({ range }: Node): string {
    return this.#folding.text.slice(range[0], range[1]);
  }
}

/** Whether a name gets another value as a whole. */
function isReassignment({ assignment }: Mutation): boolean {
  const target = assignment && unwrapped(assignment.left as Node);
  return target !== undefined && (target.type === "Identifier" || isThisMember(target));
}
