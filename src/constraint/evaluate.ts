import { Unknown } from "../validator/unknown.js";
import { valueAt } from "./abstractValue.js";
import type { Evaluation } from "./atoms/atom.js";
import { definitionOf } from "./atoms/index.js";
import type { Formula, Literal } from "./formula.js";
import { every, negated, some, type Verdict } from "./verdict.js";

/**
 * Whether a formula holds of a payload or an item, as far as it is known. Of a value that is known whole the verdict is
 * true or false. `given` are the conditions beside the payload, a bit each.
 */
export function evaluate(formula: Formula, value: unknown, contextBits = 0): Verdict {
  const evaluation: Evaluation = {
    contextBits,
    valueAt: (path) => valueAt(value, path),
    holdsOf: (item, of) => evaluate(of, item, contextBits),
  };
  return verdictOf(formula, evaluation);
}

function verdictOf(formula: Formula, evaluation: Evaluation): Verdict {
  if ("always" in formula) return formula.always;
  if ("literal" in formula) return ofLiteral(formula.literal, evaluation);
  return "all" in formula
    ? every(verdictsOf(formula.all, evaluation))
    : some(verdictsOf(formula.any, evaluation));
}

function* verdictsOf(parts: readonly Formula[], evaluation: Evaluation): Generator<Verdict> {
  for (const part of parts) yield verdictOf(part, evaluation);
}

function ofLiteral({ path, atom, holds }: Literal, evaluation: Evaluation): Verdict {
  const definition = definitionOf(atom);
  const value = evaluation.valueAt(path);
  const verdict =
    value instanceof Unknown
      ? definition.testUnknown?.(value, atom, evaluation)
      : definition.test(value, atom, evaluation);
  return holds ? verdict : negated(verdict);
}
