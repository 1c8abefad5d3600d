import type { Violation } from "../../examples/catalog.js";
import { repair } from "../../examples/repair.js";
import type { CheckOptions, Diagnostic } from "../../validator/types.js";
import { breakBy, type KindExamples } from "./brokenPayload.js";
import { breakTogether } from "./shapeVectors.js";

/** A case that an implementation in any language must agree with. */
export interface Vector {
  readonly name: string;
  readonly options: CheckOptions;
  readonly payload: unknown;
  readonly expect: readonly Pick<Diagnostic, "rule" | "severity" | "path">[];
}

/**
 * The conformance vectors of a kind: the payload in order, broken payloads, and each repaired; no payload twice. What is wrong
 * in the bare shape, by the rules `ofShape`, is shown together. Of a row that is true of many card companies, each of them is
 * shown at one place, and each place for one of them.
 */
export function vectorsFor(
  { catalog, check }: Pick<KindExamples, "catalog" | "check">,
  ofShape: ReadonlySet<string>,
): Vector[] {
  const vector = (name: string, payload: unknown, options: CheckOptions): Vector => ({
    name,
    options,
    payload,
    expect: check(payload, options).diagnostics,
  });
  const isOfShape = ({ rule }: Violation) => ofShape.has(rule);
  const shown = new Set<string>();
  const isNew = (fact: string) => !shown.has(fact) && shown.add(fact);
  const vectors = [
    vector("in order", catalog.sample, {}),
    ...breakTogether(catalog.violations.filter(isOfShape), { catalog, check }).map(
      ({ rule, is, paths: [path, ...others], payload, options }) =>
        vector(
          `${rule}: ${is} ${path}${others.length > 0 ? ` and ${others.length} more` : ""}`,
          payload,
          options,
        ),
    ),
    ...catalog.violations
      .filter((violation) => !isOfShape(violation))
      .flatMap((violation) => {
        const { rule, path, name, options } = violation;
        const { payload, alone } = breakBy({ catalog, check }, violation);
        const issuer = /issuer \S+/.exec(name)?.[0];
        const isOfPath = isNew(`${rule} at ${path}${alone ? "" : ", with others"}`);
        // What a name says beside the path is the card company and the conditions of the row.
        const isOfIssuer = isNew(`${rule}: ${name.replace(path, "")}`);
        if (issuer !== undefined && !isOfPath && !isOfIssuer) return [];
        const broken = vector(`${rule}: ${name}`, payload, options);
        const repaired =
          (isNew(`${rule} repaired`) || (issuer !== undefined && isNew(issuer))) &&
          repair(payload, catalog, check, options);
        return repaired
          ? [broken, vector(`${rule}: ${name}, repaired`, repaired, options)]
          : [broken];
      }),
  ];
  const asked = new Set<string>();
  return vectors.filter(({ options, payload }) => {
    const question = JSON.stringify([options, payload]);
    return !asked.has(question) && asked.add(question);
  });
}
