import { isUtf8 } from "node:buffer";
import { kindsIn, withoutSchemaKey } from "../cli/kindOf.js";
import type { CheckingOptions } from "../cli/lintPayloads.js";
import { type AnyValidator, loadedKind, loadKind } from "../cli/loadKind.js";
import type { Block } from "../cli/ndjson/chunks.js";
import { asBuffer } from "../text/encoding.js";
import { suppressing } from "./directives.js";
import { quickValue } from "./parseIfKeysUnique.js";

/** What a quick look at lines shows. */
export interface QuickLook {
  /** Number of payloads of which there is nothing to be said. */
  readonly inOrder: number;
  /** Numbers of the other lines, the block's first being 1. */
  readonly left: ReadonlySet<number>;
}

/**
 * Looks for the lines that hold a payload in order, since most do: of those nothing but the value is needed. Undefined where
 * lines cannot be told one by one.
 */
export async function quickLook(
  { bytes, newlines }: Block,
  file: string,
  options: CheckingOptions,
): Promise<QuickLook | undefined> {
  const buffer = asBuffer(bytes);
  // A comment speaks of the line below it.
  if (!isUtf8(bytes) || buffer.includes(suppressing)) return undefined;
  const kindFor = kindsIn(file, options);
  const left = new Set<number>();
  let inOrder = 0;
  let start = 0;
  for (let index = 0; start < bytes.length; index++) {
    const end = newlines[index] ?? bytes.length;
    const value = quickValue(buffer.toString("utf8", start, end));
    start = end + 1;
    if (value === undefined) {
      left.add(index + 1);
      continue;
    }
    const kind = kindFor(value);
    if (kind === undefined) return undefined;
    const validator = loadedKind(kind) ?? (await loadKind(kind));
    if (isInOrder(value, validator, options)) inOrder++;
    else left.add(index + 1);
  }
  return { inOrder, left };
}

/** Whether a text of JSON holds a payload in order, as far as a quick look shows. */
export async function holdsPayloadInOrder(
  text: string,
  file: string,
  options: CheckingOptions,
): Promise<boolean> {
  const value = text.includes(suppressing) ? undefined : quickValue(text);
  const kind = value === undefined ? undefined : kindsIn(file, options)(value);
  return kind !== undefined && isInOrder(value, await loadKind(kind), options);
}

const isInOrder = (value: unknown, { check }: AnyValidator, options: CheckingOptions): boolean =>
  check(withoutSchemaKey(value), options).diagnostics.length === 0;
