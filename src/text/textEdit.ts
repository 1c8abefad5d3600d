/** A stretch of a text, by offsets in UTF-16 code units, and what comes in its place. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies groups of edits. A group is applied whole or not at all: of groups that touch each other the first in the text wins.
 * Takes a time that is linear in the length of the text and the number of edits.
 * @returns the text, and for each group whether it was applied.
 */
export function applyEdits(
  text: string,
  groups: readonly (readonly TextEdit[])[],
): { text: string; applied: boolean[] } {
  const order = [...groups.keys()].filter((index) => (groups[index] as []).length > 0);
  const startOf = (index: number) => Math.min(...(groups[index] ?? []).map(({ start }) => start));
  const starts = new Map(order.map((index) => [index, startOf(index)]));
  order.sort((left, right) => (starts.get(left) as number) - (starts.get(right) as number));
  const applied = groups.map(() => false);
  const taken = new TakenSpans();
  const edits: TextEdit[] = [];
  for (const index of order) {
    const group = groups[index] as readonly TextEdit[];
    if (!taken.take(group)) continue;
    applied[index] = true;
    edits.push(...group);
  }
  edits.sort((left, right) => left.start - right.start);
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text: put } of edits) {
    parts.push(text.slice(from, start), put);
    from = end;
  }
  parts.push(text.slice(from));
  return { text: parts.join(""), applied };
}

/** Stretches that are taken, in order; a new one is looked for by halves. */
class TakenSpans {
  readonly #edits: TextEdit[] = [];

  take(group: readonly TextEdit[]): boolean {
    const sorted = [...group].sort((left, right) => left.start - right.start);
    const isFree = sorted.every((edit, index) => {
      const before = sorted[index - 1];
      return (!before || before.end < edit.start) && this.#isFree(edit);
    });
    if (!isFree) return false;
    for (const edit of sorted) this.#edits.splice(this.#indexBehind(edit.start), 0, edit);
    return true;
  }

  /** Number of the first edit that begins behind an offset. Groups come in order, so it is near the end. */
  #indexBehind(offset: number): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edits[middle] as TextEdit).start <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #isFree({ start, end }: TextEdit): boolean {
    const index = this.#indexBehind(start);
    const before = this.#edits[index - 1];
    const behind = this.#edits[index];
    return (!before || before.end < start) && (!behind || end < behind.start);
  }
}
