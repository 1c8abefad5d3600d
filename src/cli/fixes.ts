import { applied, type Splice } from "../text/textEdit.js";
import type { Findings } from "./findings.js";
import type { LocatedDiagnostic } from "./report.js";

type Read = Findings & { readonly diagnostics: readonly LocatedDiagnostic[] };

/** One fix can make room for another, but not for ever. */
const mostRounds = 10;

/** A text with its fixes applied until none is left, what is found in it then, and how many findings went. */
export async function fixed(
  text: string,
  first: Read,
  read: (text: string) => Promise<Read>,
  alsoUnsafe: boolean,
): Promise<{ text: string; findings: Read; count: number }> {
  let best = { text, findings: first };
  for (let round = 0; round < mostRounds; round++) {
    const groups = best.findings.diagnostics.flatMap(({ fix, splices }): (readonly Splice[])[] => {
      const edits = fix && (fix.safe || alsoUnsafe) ? splices?.() : undefined;
      return edits ? [edits] : [];
    });
    if (groups.length === 0) break;
    const next = applied(best.text, groups);
    const findings = await read(next);
    const isBetter = findings.diagnostics.length < best.findings.diagnostics.length;
    // A fix that breaks the text, or mends nothing, is none.
    if (!isBetter || findings.troubles.length > first.troubles.length) break;
    best = { text: next, findings };
  }
  const count = first.diagnostics.length - best.findings.diagnostics.length;
  return { ...best, count };
}
