import type { KindContext, KindFacts } from "../validator/compiled.js";
import { diagnosticsOf, findingIn } from "../validator/diagnostics.js";
import { type ShapeNode, shapeIn } from "../validator/form.js";
import { contextsGiven, localeOf } from "../validator/options.js";
import { type PackedFacts, type PackedWords, unpackWords } from "../validator/packed.js";
import { madeOnce } from "../validator/patch.js";
import type { Finding } from "../validator/precedence.js";
import type { CheckOptions, Diagnostic } from "../validator/types.js";
import { keysAndTextsIn } from "../validator/unlistedContent.js";
import { anywhereTests } from "../validator/valueScan.js";
import { type FaultConstraint, violations } from "./constraint.js";
import { type PackedConstraints, unpackConstraints } from "./packed.js";

/** A payload kind, for checking payloads that are known only in part. */
export interface PartialKind {
  readonly facts: KindFacts;
  readonly contexts: readonly KindContext[];
  /** In the order in which the validator looks for their faults. */
  readonly constraints: readonly FaultConstraint[];
  /** The places of a payload. */
  readonly shape: ShapeNode;
}

/** What the module of a kind's data gives. */
interface KindData {
  facts(): PackedFacts;
  words(): PackedWords;
  constraints(): PackedConstraints;
  schema(): object;
}

/** Makes a kind of its data. Each part is made when it is first needed. */
export function partialKind(data: KindData): PartialKind {
  const facts = madeOnce(() => unpackWords(data.facts(), data.words()));
  return {
    get facts() {
      return facts();
    },
    get contexts() {
      return data.constraints().contexts;
    },
    get constraints() {
      return unpackConstraints(data.constraints()).constraints;
    },
    get shape() {
      return shapeIn(data.schema());
    },
  };
}

/**
 * What is wrong with a payload whatever its unknown parts turn out to be. For a payload that is known completely, the validator
 * finds the same.
 */
export function checkPartial(
  kind: Omit<PartialKind, "shape">,
  payload: unknown,
  options?: CheckOptions,
): Diagnostic[] {
  const findings = findingsOf(kind, payload, options);
  return diagnosticsOf(findings, payload, kind.facts, localeOf(options));
}

/** The faults that are found for sure, before one is left out for another. */
export function findingsOf(
  { facts, contexts, constraints }: Omit<PartialKind, "shape">,
  payload: unknown,
  options: CheckOptions | undefined,
): Finding[] {
  const contextBits = contextsGiven(contexts, options);
  const findIn = (value: unknown): Finding[] =>
    constraints.flatMap(({ fault, constraint }) =>
      Array.from(violations(constraint, value, contextBits), (indexes) =>
        findingIn(facts.faults, [fault, ...indexes]),
      ),
    );
  const anywhere = anywhereTests(facts.anywhere);
  return [...findIn(payload), ...keysAndTextsIn(payload, facts, anywhere, findIn)];
}
