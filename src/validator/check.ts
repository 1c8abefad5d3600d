import type {
  CheckFacts,
  FaultFacts,
  GeneratedChecks,
  KindContext,
  NotedFault,
} from "./compiled.js";
import { inDocumentOrder } from "./documentOrder.js";
import { type FindingMaker, findFaults, ofReadable } from "./findFaults.js";
import { maskCardNumbers } from "./mask.js";
import { notedFault } from "./notedFault.js";
import { contextsGiven } from "./options.js";
import { type FoundFault, withoutImplied } from "./precedence.js";
import type { BareDiagnostic, CheckOptions, CheckResult } from "./types.js";
import { mayHoldUnlisted, unlistedIn } from "./unlistedContent.js";
import { type AnywhereTest, anywhereTests } from "./valueScan.js";

/**
 * Finds what a validator's `check` finds, and gives the rule, the severity and the path of each fault without a message. A
 * bundle that needs no messages is much smaller with it.
 * @param value The payload. It may be anything.
 * @param options How the payload is checked.
 * @returns Whether the payload has no error, and its faults, in the order of its keys. Never throws.
 * @example
 * ```ts
 * import type { Check } from "paylint";
 * import { checkCancel } from "paylint/ksnet/v1";
 *
 * const check: Check = checkCancel;
 * console.log(check({ imp_uid: "imp_123456789012", amount: -1 }));
 * ```
 *
 * ```text
 * {
 *   ok: false,
 *   diagnostics: [ { rule: 'shape/type', severity: 'error', path: '/amount' } ]
 * }
 * ```
 */
export type Check = (value: unknown, options?: CheckOptions) => CheckResult<BareDiagnostic>;

/** Makes the check of a payload kind, of nothing but what it needs. */
export function createCheck(
  report: GeneratedChecks["report"],
  contexts: readonly KindContext[],
  facts: () => CheckFacts,
): Check {
  let tests: readonly AnywhereTest[] | undefined;
  const allTests = () => (tests ??= anywhereTests(facts().anywhere));
  const maker: FindingMaker<FoundFault> = {
    noted: (faults) => faults.map((noted) => foundFault(facts(), noted)),
    mayHoldUnlisted: (payload) => mayHoldUnlisted(payload, facts().known, allTests()),
    unlisted: (payload) => unlistedFindings(payload, facts(), allTests()),
    unreadable: (path) => {
      const fault = facts().faults.find(({ is }) => is === "mistyped") as FaultFacts;
      return { ...fault, path, fault };
    },
  };
  return (value, options) => {
    const contextBits = contextsGiven(contexts, options);
    const { payload, findings } = findFaults(value, contextBits, report, maker);
    if (findings.length === 0) return { ok: true, diagnostics: [] };
    const remaining = withoutImplied(findings);
    const inOrder = ofReadable(payload, (one) => inDocumentOrder(remaining, one));
    const diagnostics = inOrder.map(({ rule, severity, path, fault }) => ({
      rule,
      severity,
      // A key that no document lists can hold a card number as well as a value can.
      path: fault ? path : maskCardNumbers(path),
    }));
    return { ok: diagnostics.every(({ severity }) => severity !== "error"), diagnostics };
  };
}

function foundFault({ faults }: CheckFacts, noted: NotedFault): FoundFault {
  const { fault, path } = notedFault(faults, noted);
  return { rule: fault.rule, severity: fault.severity, path, fault };
}

function* unlistedFindings(
  payload: unknown,
  facts: CheckFacts,
  tests: readonly AnywhereTest[],
): Generator<FoundFault> {
  for (const unlisted of unlistedIn(payload, facts, tests)) {
    const { rule, severity } = unlisted.is === "text" ? unlisted.fault : facts[unlisted.is];
    yield { rule, severity, path: unlisted.path };
  }
}
