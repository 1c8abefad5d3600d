import type { Fault } from "./compiled.js";
import { pointerOfFirst } from "./pointer.js";
import type { Severity, Source, Text } from "./types.js";

/** A fault found at a place, before it is put into words. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly sources: readonly Source[];
  readonly message: Text;
  readonly fault?: Fault;
  readonly terms?: Fault["terms"] | undefined;
}

/** One diagnostic a fault: what follows from another finding, or says less at its path, is left out. */
export function settle(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length === 1) return findings;
  const isMissing = ({ fault, severity }: Finding) =>
    fault?.is === "missing" && severity === "error";
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) {
    byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  }
  const unusable = new Set(
    findings.filter(({ fault }) => fault?.is === "mistyped").map(({ path }) => path),
  );
  const isWrongInItself = (path: string) =>
    byPath.get(path)?.some(({ fault }) => fault?.ofShape && fault.reads === undefined);
  const readsWhatIsWrong = ({ fault, path }: Finding) => {
    if (!fault?.reads) return false;
    const base = pointerOfFirst(fault.scope ?? 0, path);
    return fault.reads.some((read) => isWrongInItself(base + read));
  };
  return findings.filter((finding) => {
    if (readsWhatIsWrong(finding)) return false;
    const rivals = byPath.get(finding.path) as Finding[];
    if (unusable.size > 0 && isBelow(finding.path, unusable)) return false;
    const missing = rivals.filter(isMissing);
    if (missing.length > 0) {
      return finding === (missing.find(({ fault }) => !fault?.ofShape) ?? missing[0]);
    }
    const isMistyped = rivals.some(({ fault }) => fault?.is === "mistyped");
    if (isMistyped && finding.fault?.is === "wrong") return false;
    if (finding !== loudest(rivals.filter(({ rule }) => rule === finding.rule))) return false;
    if (!finding.fault?.ofShape) return true;
    if (finding !== loudest(rivals.filter(({ fault }) => fault?.ofShape))) return false;
    const saysMore = rivals.some(
      ({ severity, fault }) => severity === "error" && fault && !fault.ofShape,
    );
    return !saysMore || finding.fault.is === "mistyped";
  });
}

const severities: readonly Severity[] = ["error", "warning", "info"];

/** The first of the most severe. */
const loudest = (findings: readonly Finding[]): Finding | undefined =>
  severities
    .map((severity) => findings.find((finding) => finding.severity === severity))
    .find((finding) => finding !== undefined);

function isBelow(path: string, places: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf("/"); end >= 0; end = path.lastIndexOf("/", end - 1)) {
    if (places.has(path.slice(0, end))) return true;
    if (end === 0) break;
  }
  return false;
}
