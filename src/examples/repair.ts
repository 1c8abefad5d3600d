import { parsePointer, valueAt } from "../validator/pointer.js";
import type { BareDiagnostic, CheckOptions, CheckResult } from "../validator/types.js";
import type { ExampleCatalog, ValueDomain, Violation } from "./catalog.js";
import { withoutValue, withValue, withValues } from "./edit.js";

type Check = (payload: unknown, options: CheckOptions) => CheckResult<BareDiagnostic>;
type Payload = Record<string, unknown>;

const mostRounds = 40;

/**
 * Edits a payload until nothing is found in it, or nothing but `kept`.
 * Undefined when no edit it knows of leads there.
 */
export function repair(
  payload: Payload,
  { domain }: ExampleCatalog,
  check: Check,
  options: CheckOptions,
  kept?: Pick<Violation, "rule" | "path">,
): Payload | undefined {
  const isKept = ({ rule, path }: BareDiagnostic) => rule === kept?.rule && path === kept.path;
  const faultsIn = (candidate: Payload): BareDiagnostic[] | undefined => {
    const { diagnostics } = check(candidate, options);
    if (kept && !diagnostics.some(isKept)) return undefined;
    return diagnostics.filter((diagnostic) => !isKept(diagnostic));
  };
  let best = payload;
  let faults = faultsIn(best);
  for (let round = 0; faults && round < mostRounds; round++) {
    const [fault] = faults;
    if (!fault) return best;
    let next: { readonly candidate: Payload; readonly found: BareDiagnostic[] } | undefined;
    for (const candidate of candidates(best, fault.path, domain)) {
      const found = faultsIn(candidate);
      if (!found || !isProgress(fault, faults, found)) continue;
      if (!next || found.length < next.found.length) next = { candidate, found };
      // No other candidate can have fewer.
      if (found.length === 0) break;
    }
    if (!next) return undefined;
    best = next.candidate;
    faults = next.found;
  }
  return undefined;
}

/** The fault must go; what comes instead may not be as many again. */
function isProgress(
  fault: BareDiagnostic,
  before: BareDiagnostic[],
  after: BareDiagnostic[],
): boolean {
  const gone = !after.some(({ rule, path }) => rule === fault.rule && path === fault.path);
  return gone && after.length <= before.length + 2;
}

/** What may be at a path instead, or nothing; of equally good ones the first is taken. */
function candidates(payload: Payload, path: string, domain: ValueDomain): Payload[] {
  const values = domainAt(domain, path)?.values ?? [];
  return [
    ...values.map((value) => withValue(payload, path, value)),
    ...(valueAt(payload, path) === undefined ? [] : [withoutValue(payload, path)]),
  ];
}

/** The part of a domain that a pointer leads to. */
function domainAt(domain: ValueDomain, pointer: string): ValueDomain | undefined {
  let at: ValueDomain | undefined = domain;
  for (const key of parsePointer(pointer)) at = at?.items ?? at?.properties[key];
  return at;
}

/** The payload as a violation breaks it. */
export function applyViolation(payload: Payload, violation: Violation): Payload {
  return violation.removes.reduce(withoutValue, withValues(payload, violation.sets));
}
