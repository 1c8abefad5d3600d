/** Kleene's three values: true, false, or undefined where that depends on what only the running program knows. */
export type Verdict = boolean | undefined;

export const negated = (verdict: Verdict): Verdict =>
  verdict === undefined ? undefined : !verdict;

/** Whether all hold. */
export function every(verdicts: Iterable<Verdict>): Verdict {
  let all: Verdict = true;
  for (const verdict of verdicts) {
    if (verdict === false) return false;
    if (verdict === undefined) all = undefined;
  }
  return all;
}

/** Whether one holds. */
export function some(verdicts: Iterable<Verdict>): Verdict {
  let any: Verdict = false;
  for (const verdict of verdicts) {
    if (verdict === true) return true;
    if (verdict === undefined) any = undefined;
  }
  return any;
}
