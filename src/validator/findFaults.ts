import type { GeneratedChecks, NotedFault } from "./compiled.js";
import type { FoundFault } from "./precedence.js";
import { readableCopy } from "./readableCopy.js";

/** How findings are made of what a kind's checks note. */
export interface FindingMaker<Of extends FoundFault> {
  /** The findings of the faults that a check noted. */
  noted(faults: readonly NotedFault[]): Of[];
  /** False where a quick look shows that a close one finds nothing. */
  mayHoldUnlisted(payload: unknown): boolean;
  /** The unlisted content of a payload; `findIn` gives what a check finds in another. */
  unlisted(payload: unknown, findIn: (payload: unknown) => readonly Of[]): Iterable<Of>;
  /** The finding of a value that throws when it is read. */
  unreadable(path: string): Of;
}

/** What is wrong with a payload, and the payload in a form that can be read. */
export interface FaultsFound<Of extends FoundFault> {
  readonly payload: unknown;
  /** Every fault, also where one follows from another. */
  readonly findings: readonly Of[];
}

/** Runs a kind's checks. Never throws: of a value with getters or proxies that throw, a copy without them is checked. */
export function findFaults<Of extends FoundFault>(
  value: unknown,
  contextBits: number,
  report: GeneratedChecks["report"],
  make: FindingMaker<Of>,
): FaultsFound<Of> {
  try {
    return { payload: value, findings: findIn(value, contextBits, report, make) };
  } catch {
    const { copy, unreadable } = readableCopy(value);
    const paths = new Set(unreadable);
    const others = findIn(copy, contextBits, report, make).filter(({ path }) => !paths.has(path));
    return { payload: copy, findings: [...unreadable.map(make.unreadable), ...others] };
  }
}

function findIn<Of extends FoundFault>(
  payload: unknown,
  contextBits: number,
  report: GeneratedChecks["report"],
  make: FindingMaker<Of>,
): readonly Of[] {
  const noted: NotedFault[] = [];
  let areErrorsNoted = false;
  let mayHoldUnlisted = true;
  try {
    report(payload, contextBits, (fault) => {
      if (fault === undefined) areErrorsNoted = true;
      else noted.push(fault);
    });
    mayHoldUnlisted = make.mayHoldUnlisted(payload);
  } catch (error) {
    // No error rule reads what threw, so the verdict holds. Only advice about it is lost.
    if (!areErrorsNoted) throw error;
  }
  if (noted.length === 0 && !mayHoldUnlisted) return [];
  const findings = make.noted(noted);
  if (!mayHoldUnlisted) return findings;
  const findInOther = (other: unknown) => {
    const notedThere: NotedFault[] = [];
    report(other, contextBits, (fault) => fault !== undefined && notedThere.push(fault));
    return make.noted(notedThere);
  };
  try {
    for (const finding of make.unlisted(payload, findInOther)) findings.push(finding);
  } catch {
    // No error rule reads what threw here either.
  }
  return findings;
}

/** What is made of a payload, or of a readable copy where a getter or proxy throws. */
export function ofReadable<Made>(payload: unknown, make: (payload: unknown) => Made): Made {
  try {
    return make(payload);
  } catch {
    return make(readableCopy(payload).copy);
  }
}
