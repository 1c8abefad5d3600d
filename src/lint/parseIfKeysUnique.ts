/** The value of a text of plain JSON in which no key can stand twice; undefined where that is not sure. */
export function parseIfKeysUnique(content: string): unknown {
  try {
    const value: unknown = JSON.parse(content);
    const keys = isHolder(value) ? countKeys(value) : 0;
    return keys === countColons(content) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isHolder = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Asked of every line, so that it calls nothing for a value that holds none. */
function countKeys(holder: object): number {
  let count = 0;
  if (Array.isArray(holder)) {
    for (const item of holder) if (isHolder(item)) count += countKeys(item);
    return count;
  }
  for (const key in holder) {
    count++;
    const value = (holder as Record<string, unknown>)[key];
    if (isHolder(value)) count += countKeys(value);
  }
  return count;
}

/**
 * Colons behind a quote: at least as many as the text has keys. Where a colon stands behind a space, it may be a key's that is
 * not counted so; then no number, which equals none.
 */
function countColons(content: string): number {
  let count = 0;
  for (let at = content.indexOf(":"); at >= 0; at = content.indexOf(":", at + 1)) {
    const before = content.charCodeAt(at - 1);
    if (before === quote) count++;
    else if (before <= space) return Number.NaN;
  }
  return count;
}

const quote = 0x22;
const space = 0x20;
