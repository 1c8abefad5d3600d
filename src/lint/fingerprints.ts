import type { Positions } from "../text/positions.js";
import type { Finding } from "./findings.js";

/**
 * A fingerprint for each finding: the same for the same finding in another version of the file, where lines have moved. It is made
 * of the redacted text, so that it tells nothing of a secret. Equal findings on equal lines are told apart by their number.
 */
export function fingerprints(
  findings: readonly Finding[],
  redacted: string,
  positions: Positions,
): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ diagnostic: { rule, path }, span, kind }) => {
    const from = span[0] - positions.at(span[0]).column + 1;
    const [line = ""] = redacted.slice(from, from + longest).split("\n", 1);
    const key = hash([rule, path, kind ?? "", line.trim()].join("\u0000"));
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return count === 0 ? key : `${key}-${count}`;
  });
}

/** Of a minified file that is one line, as much as tells findings apart. */
const longest = 1000;

/** FNV-1a with 53 bits in two halves: no dependency, the same in Node and in a browser. It protects nothing. */
function hash(text: string): string {
  let high = 0x811c9dc5;
  let low = 0x1b873593;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
