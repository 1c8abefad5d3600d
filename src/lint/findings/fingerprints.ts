import type { Positions } from "../../text/positions.js";
import type { SpannedDiagnostic } from "./findings.js";

/**
 * A fingerprint for each finding: the same for the same finding in another version of the file, where lines have moved. It is made
 * of the redacted text, so that it tells nothing of a secret. Equal findings on equal lines are told apart by their number.
 */
export function fingerprints(
  findings: readonly SpannedDiagnostic[],
  redacted: string,
  positions: Positions,
): string[] {
  const numbers = new FingerprintNumbers();
  return findings.map(({ diagnostic: { rule, path }, span, kind }) => {
    const from = span[0] - positions.at(span[0]).column + 1;
    const [line = ""] = redacted.slice(from, from + longest).split("\n", 1);
    return numbers.next(hash([rule, path, kind ?? "", line.trim()].join("\u0000")));
  });
}

/** How many fingerprints are remembered, so that a stream without end does not fill the memory. */
const mostNumbered = 1 << 20;

/** Tells equal fingerprints of one file apart, also where the file is linted in parts. */
export class FingerprintNumbers {
  readonly #counts = new Map<string, number>();

  /** The fingerprint with its number in the file, whatever number it has in its part. */
  next(fingerprint: string): string {
    const [key = ""] = fingerprint.split("-", 1);
    const count = this.#counts.get(key) ?? 0;
    if (count > 0 || this.#counts.size < mostNumbered) this.#counts.set(key, count + 1);
    return count === 0 ? key : `${key}-${count}`;
  }
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
