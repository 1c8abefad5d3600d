import type { Patch, Runs } from "../../validator/patch.js";

/** The patch that makes one value of another; both are JSON. */
export function patchOf(base: unknown, value: unknown): Patch {
  if (Array.isArray(base) && Array.isArray(value)) return patchOfList(base, value);
  if (!isObject(base) || !isObject(value)) return [value];
  const changed: Record<string, Patch> = {};
  for (const key of Object.keys(base)) if (value[key] === undefined) changed[key] = [];
  for (const [key, below] of Object.entries(value)) {
    if (below === undefined || keyOf(base[key]) === keyOf(below)) continue;
    changed[key] = base[key] === undefined ? [below] : patchOf(base[key], below);
  }
  return changed;
}

/** A run costs about so many characters; fewer are written again. */
const costOfRun = 10;

function patchOfList(base: readonly unknown[], list: readonly unknown[]): Patch {
  const [baseKeys, keys] = [base.map(keyOf), list.map(keyOf)];
  const starts = new Map<string, number[]>();
  for (const [index, key] of baseKeys.entries()) {
    const known = starts.get(key);
    if (known) known.push(index);
    else starts.set(key, [index]);
  }
  const lengthFrom = (from: number, at: number) => {
    let length = 0;
    while (at + length < keys.length && baseKeys[from + length] === keys[at + length]) length++;
    return length;
  };
  const items: unknown[] = [];
  const indexes: number[] = [];
  for (let at = 0; at < list.length; ) {
    let longest = 0;
    let from = 0;
    for (const start of starts.get(keys[at] as string)?.slice(0, mostTried) ?? []) {
      const length = lengthFrom(start, at);
      if (length > longest) {
        longest = length;
        from = start;
      }
    }
    if (keys.slice(at, at + longest).join().length >= costOfRun) {
      for (let step = 0; step < longest; step++) indexes.push(from + step);
      at = at + longest;
    } else {
      indexes.push(base.length + items.push(list[at]) - 1);
      at += 1;
    }
  }
  const inRuns: Patch = [runsOf(indexes), items];
  return JSON.stringify(inRuns).length < JSON.stringify([list]).length ? inRuns : [list];
}

/** Places of equal items that are tried for the longest run. */
const mostTried = 400;

/** Numbers as runs of those that follow each other. */
export function runsOf(numbers: readonly number[]): Runs {
  const runs: number[] = [];
  let next = -1;
  for (const number of numbers) {
    if (number === next) runs[runs.length - 1] = (runs.at(-1) as number) + 1;
    else runs.push(number, 1);
    next = number + 1;
  }
  return runs;
}

const keyOf = (value: unknown) => JSON.stringify(value);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
