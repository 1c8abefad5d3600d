import { type JsonType, Unknown } from "../../../validator/unknown.js";
import { type Located, leaf } from "../../located.js";
import { valuesAt } from "../scope/assignments.js";
import { shared } from "../scope/sharing.js";
import { stateOf } from "../scope/states.js";
import type { Node } from "../syntax/ast.js";
import { BoundValues } from "./boundValues.js";
import type { FoldingTools } from "./foldingTools.js";
import type { Frame } from "./frame.js";
import type { ImportedValue } from "./modules.js";
import type { Folding } from "./objectFolding.js";
import { either } from "./operators.js";
import { StateValues } from "./stateValues.js";

/** What names ask of the evaluation of the program and of those that it imports. */
interface Evaluation {
  /** A date, as it is where it is sent. */
  dateOf(node: Node): Unknown;
  importedBy(node: Node): ImportedValue | undefined;
  evaluateIn(tools: FoldingTools, node: Node): Located;
}

/** What the names of a program stand for where they are used. */
export class NamedValues {
  readonly #tools: FoldingTools;
  readonly #folding: Folding;
  readonly #frame: Frame | undefined;
  readonly #program: Evaluation;
  readonly #bound: BoundValues;
  /** What is being worked out, so that a circle ends. */
  readonly #active = new Set<Node>();

  constructor(
    tools: FoldingTools,
    folding: Folding,
    frame: Frame | undefined,
    program: Evaluation,
  ) {
    this.#tools = tools;
    this.#folding = folding;
    this.#frame = frame;
    this.#program = program;
    this.#bound = new BoundValues(tools.context.bindings, tools.mutations, folding);
  }

  /** What an identifier stands for. */
  identifier(node: Node, depth: number): Located {
    const name = node.name as string;
    const { bindings } = this.#tools.context;
    const at = (value: unknown) => leaf(value, node.range);
    if (bindings.isGlobal(node)) {
      if (name === "undefined") return at(undefined);
      if (name === "NaN") return at(Number.NaN);
      if (name === "Infinity") return at(Number.POSITIVE_INFINITY);
      return at(this.#unknown(node));
    }
    const given = this.#frame?.valueOf(node, bindings, depth);
    if (given)
      return used(
        this.#bound.valueAt(node, given.by, () => given.located),
        node,
      );
    const values = valuesAt(node, bindings) ?? this.#declaredBy(node);
    const [value, ...others] = values ?? [];
    if (value && others.length === 0) {
      const evaluate = () => this.#folding.evaluate(value, depth + 1);
      return this.#annotated(used(this.#bound.valueAt(node, value, evaluate), node), node);
    }
    if (values) {
      // A name can be written by what it was: `text = text + more`.
      const all = values.map((one) => this.#once(one, depth));
      return at(either(all, this.#tools.sourceOf(node)));
    }
    return (
      this.#imported(node) ??
      this.#taken(node, depth) ??
      this.#state(node, depth) ??
      at(this.typed(node))
    );
  }

  /** The value of a name where it is declared, as another module imports it. */
  #declaredBy(node: Node): readonly Node[] | undefined {
    const { bindings } = this.#tools.context;
    const value = bindings.isDeclaration(node) ? bindings.valueOf(node) : undefined;
    return value && [value];
  }

  /** What an expression is, which is unknown where it is being worked out already. */
  #once(node: Node, depth: number): unknown {
    if (this.#active.has(node)) return this.#unknown(node);
    this.#active.add(node);
    const { value } = this.#folding.evaluate(node, depth + 1);
    this.#active.delete(node);
    return value;
  }

  /** What another module exports. */
  #imported(node: Node): Located | undefined {
    const value = this.#program.importedBy(node);
    const { tools } = value?.program ?? {};
    if (!value || !tools || tools.imported.has(value.node)) return undefined;
    const evaluate = () => {
      tools.imported.add(value.node);
      const found = this.#program.evaluateIn(tools, value.node);
      tools.imported.delete(value.node);
      return shared(found);
    };
    return used(this.#bound.valueAt(node, value.node, evaluate), node);
  }

  /** `const { amount } = order` */
  #taken(node: Node, depth: number): Located | undefined {
    const taken = this.#tools.context.bindings.takenFrom(node);
    if (!taken) return undefined;
    const child = this.#folding.evaluate(taken.from, depth + 1).children.get(taken.key);
    return child && child.value !== undefined
      ? used({ ...child, property: undefined, key: undefined }, node)
      : undefined;
  }

  #state(node: Node, depth: number): Located | undefined {
    const { bindings } = this.#tools.context;
    const state = stateOf(node, bindings);
    if (!state) return undefined;
    const { first, type } = state;
    const known = new StateValues(this.#folding, bindings, depth).of(state, node);
    if (known && first)
      return used(
        this.#bound.valueAt(node, first, () => known),
        node,
      );
    const types = type && this.#tools.types.read(type).types;
    return types && leaf(this.#unknown(node, types), node.range);
  }

  /** What an annotation says of an expression. */
  typed(node: Node): Unknown {
    const { types, className } = this.#tools.types.of(node);
    return className === "Date" ? this.#program.dateOf(node) : this.#unknown(node, types);
  }

  /** An unknown value, with the type that the annotation of its name gives. */
  #annotated(located: Located, node: Node): Located {
    const { value } = located;
    const isKnown = !(value instanceof Unknown) || value.types || value.text || value.bounds;
    return isKnown ? located : { ...located, value: this.typed(node) };
  }

  /** What `this.name` stands for. */
  field(node: Node, depth: number): Located | undefined {
    const value = this.#tools.context.bindings.valueOf(node);
    const evaluate = () => this.#folding.evaluate(value as Node, depth + 1);
    return value && used(this.#bound.valueAt(node, value, evaluate), node);
  }

  #unknown(node: Node, types?: readonly JsonType[]): Unknown {
    return new Unknown(this.#tools.sourceOf(node), types);
  }
}

/** The value of a name or a call, with the span of its use. An object keeps the span where it is written. */
export function used(known: Located, { range }: Node): Located {
  if (known.children.size > 0 || typeof known.value === "object") return known;
  const { origin = known.span, isShared } = known;
  return { ...leaf(known.value, range), origin, ...(isShared && { isShared }) };
}
