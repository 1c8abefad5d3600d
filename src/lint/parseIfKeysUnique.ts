import { deepestNesting } from "../extract/nesting.js";

/**
 * The value of a text of plain JSON in which no object has a key twice; undefined for any other text, and for values nested too
 * deeply to be read closely.
 */
export function parseIfKeysUnique(content: string): unknown {
  try {
    const value: unknown = JSON.parse(content);
    const keys = isHolder(value) ? countKeys(value, 0) : 0;
    return keys === guessKeys(content) || keys === countWrittenKeys(content) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isHolder = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Asked of every line, so that it calls nothing for a value that holds none. No number, which equals none, for what is too deep. */
function countKeys(holder: object, depth: number): number {
  if (depth >= deepestNesting) return Number.NaN;
  let count = 0;
  if (Array.isArray(holder)) {
    for (const item of holder) if (isHolder(item)) count += countKeys(item, depth + 1);
    return count;
  }
  for (const key in holder) {
    count++;
    const value = (holder as Record<string, unknown>)[key];
    if (isHolder(value)) count += countKeys(value, depth + 1);
  }
  return count;
}

/**
 * Colons behind a quote: at least as many as the text has keys. Where a colon follows a space, it may be a key's that is
 * not counted so; then no number, which equals none.
 */
function guessKeys(content: string): number {
  let count = 0;
  for (let at = content.indexOf(":"); at >= 0; at = content.indexOf(":", at + 1)) {
    const before = content.charCodeAt(at - 1);
    if (before === quote) count++;
    else if (before <= space) return Number.NaN;
  }
  return count;
}

/** How many keys a text of JSON has, where colons in its texts make a guess too high or impossible. */
function countWrittenKeys(content: string): number {
  let count = 0;
  for (let start = content.indexOf('"'); start >= 0; ) {
    let at = content.indexOf('"', start + 1);
    while (isEscaped(content, at)) at = content.indexOf('"', at + 1);
    do at++;
    while (content.charCodeAt(at) <= space);
    if (content.charCodeAt(at) === colon) count++;
    start = content.indexOf('"', at);
  }
  return count;
}

function isEscaped(content: string, at: number): boolean {
  let from = at;
  while (content.charCodeAt(from - 1) === backslash) from--;
  return (at - from) % 2 === 1;
}

const quote = 0x22;
const space = 0x20;
const colon = 0x3a;
const backslash = 0x5c;
