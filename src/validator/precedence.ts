import type { Fault, FaultFacts, RuleFacts } from "./compiled.js";
import { pointerOfFirst } from "./pointer.js";
import { rankOf } from "./severity.js";
import type { Source, Text } from "./types.js";

/** A fault found at a path. */
export interface FoundFault extends RuleFacts {
  readonly path: string;
  /** Absent for what is found outside the generated checks. */
  readonly fault?: FaultFacts;
}

/** A fault found at a path, before it is put into words. */
export interface Finding extends FoundFault {
  readonly sources: readonly Source[];
  readonly message: Text;
  readonly fault?: Fault;
  readonly terms?: Fault["terms"] | undefined;
}

/** One diagnostic a fault: what follows from another finding, or says less at its path, is left out. */
export function withoutImplied<Of extends FoundFault>(findings: readonly Of[]): readonly Of[] {
  if (findings.length === 1) return findings;
  const isMissing = ({ fault, severity }: Of) => fault?.is === "missing" && severity === "error";
  const pathsOf = (isOne: (finding: Of) => boolean | undefined) =>
    new Set(findings.filter(isOne).map(({ path }) => path));
  const unusable = pathsOf(({ fault }) => fault?.is === "mistyped");
  const wrongInThemselves = pathsOf(
    ({ fault, severity }) => severity === "error" && fault?.ofShape && !fault.reads,
  );
  const readsWhatIsWrong = ({ fault, path }: Of) =>
    fault?.reads?.some((read) =>
      wrongInThemselves.has(pointerOfFirst(fault.scope ?? 0, path) + read),
    );
  const left = findings.filter((finding) => !readsWhatIsWrong(finding));
  const byPath = new Map<string, Of[]>();
  for (const finding of left) {
    byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  }
  return left.filter((finding) => {
    const atPath = byPath.get(finding.path) as Of[];
    if (unusable.size > 0 && isBelow(finding.path, unusable)) return false;
    const missing = atPath.filter(isMissing);
    if (missing.length > 0) {
      return finding === (missing.find(({ fault }) => !fault?.ofShape) ?? missing[0]);
    }
    const isMistyped = atPath.some(({ fault }) => fault?.is === "mistyped");
    const rivals = isMistyped ? atPath.filter(({ fault }) => fault?.is !== "wrong") : atPath;
    // Rows come after the bare shape, and a gateway's rows after PortOne's: later ones are more specific, so the last one wins.
    const ofSameRule = rivals.filter(({ rule }) => rule === finding.rule).reverse();
    if (finding !== mostSevere(ofSameRule)) return false;
    if (!finding.fault?.ofShape) return true;
    if (finding.rule !== mostSevere(rivals.filter(({ fault }) => fault?.ofShape))?.rule)
      return false;
    const saysMore = rivals.some(
      ({ severity, fault }) => severity === "error" && fault && !fault.ofShape,
    );
    return !saysMore || finding.fault.is === "mistyped";
  });
}

/** The first of the most severe. */
const mostSevere = <Of extends FoundFault>(findings: readonly Of[]): Of | undefined =>
  [...findings].sort((left, right) => rankOf(right.severity) - rankOf(left.severity))[0];

function isBelow(path: string, paths: ReadonlySet<string>): boolean {
  for (let end = path.length; end > 0; ) {
    end = path.lastIndexOf("/", end - 1);
    if (paths.has(path.slice(0, Math.max(end, 0)))) return true;
  }
  return false;
}
