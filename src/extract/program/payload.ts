import { markOpen, Unknown } from "../../validator/unknown.js";
import {
  type DuplicateKey,
  type Located,
  leaf,
  leavesOf,
  mostParts,
  valueOfChildren,
} from "../located.js";
import { respelt } from "./dataClasses.js";
import type { Spelling } from "./model.js";
import type { EntrySpans, ObjectCell, Objects } from "./objects.js";
import { joinedOrigins, spansOf, type Value } from "./values.js";

/** A value as it is at a moment of the program. */
export interface Frozen {
  readonly value: Value;
  readonly object?: Kept;
}

/** An object as it is at that moment. */
interface Kept {
  readonly cell: ObjectCell;
  readonly isOpen: boolean;
  readonly entries: readonly (readonly [string, Frozen, EntrySpans & { isSure: boolean }])[];
  /** How many parts it has, itself among them. */
  readonly parts: number;
}

/** Objects that are nested deeper are taken for unknown. */
const deepest = 40;

/**
 * Copies what is known of a value, so that later changes do not reach it. An object becomes unknown where it lies within itself,
 * where it has too many parts, and where it is not a value of JSON.
 */
export function frozen(value: Value, objects: Objects): Frozen {
  const kept = new Map<ObjectCell, Kept | undefined>();
  const keepObject = (cell: ObjectCell, depth: number): Kept | undefined => {
    if (kept.has(cell) || depth > deepest || cell.isTool) return kept.get(cell);
    kept.set(cell, undefined);
    const { isOpen, length } = objects.header(cell);
    let parts = 1;
    const entries = objects
      .entries(cell)
      .filter(([key]) => !cell.isList || Number(key) < length)
      .map(([key, { value: of, ...spans }]) => {
        const below = of.object && keepObject(of.object, depth + 1);
        parts += below?.parts ?? 1;
        return [key, { value: of, ...(below && { object: below }) }, spans] as const;
      });
    const found = parts > mostParts ? undefined : { cell, isOpen, entries, parts };
    kept.set(cell, found);
    return found;
  };
  const object = value.object && keepObject(value.object, 0);
  return { value, ...(object && { object }) };
}

/**
 * A payload with its spans. What several parts of the program read is marked as shared. A key whose spelling depends on a
 * setting is spelt as the receiver expects it.
 */
export function locatedOf({ value, object }: Frozen, spelling?: Spelling): Located {
  const { known, span, origin, isShared } = value;
  const origins = spansOf(value.origins);
  if (!object) {
    return {
      ...leaf(known, span),
      ...(origin && { origin }),
      ...(origins.length > 0 && { origins }),
      ...(isShared && { isShared }),
    };
  }
  const { cell, entries } = object;
  const children = new Map(
    entries.flatMap(([name, child, spans]) => {
      const key = keyOf(cell, name, spelling);
      if (key === null) return [];
      return [[key, entryOf(locatedOf(child, spelling), child.value, spans)] as const];
    }),
  );
  const plain = valueOfChildren(children, cell.isList);
  const duplicateKeys: readonly DuplicateKey[] = cell.duplicateKeys;
  return {
    value: object.isOpen ? markOpen(plain) : plain,
    span: cell.span,
    children,
    duplicateKeys,
    ...((cell.readers.size > 1 || isShared) && { isShared: true }),
  };
}

function keyOf({ keys }: ObjectCell, name: string, spelling: Spelling | undefined): string | null {
  const written = keys.get(name);
  if (!written) return name;
  const { key, isUnsure } = written;
  return key !== null && isUnsure && spelling === "snake_case" ? respelt(key, spelling) : key;
}

function entryOf(
  located: Located,
  value: Value,
  { key, property, isSure }: EntrySpans & { isSure: boolean },
): Located {
  const placed = { ...located, key, property };
  if (isSure) return placed;
  const origins = spansOf(joinedOrigins(value.origins, { span: value.span }));
  const below = [...leavesOf(located)].flatMap((leaf) => [
    leaf.located.span,
    ...(leaf.located.origins ?? []),
  ]);
  return {
    ...placed,
    value: new Unknown(value.known instanceof Unknown ? value.known.source : ""),
    likely: located.value,
    children: new Map(),
    duplicateKeys: [],
    origins: [...origins, ...below],
  };
}

/** Whether nothing is sure of a payload but the keys that it can have. */
export const isGuess = ({ object }: Frozen): boolean =>
  object !== undefined &&
  object.entries.length > 0 &&
  object.entries.every(([, , { isSure }]) => !isSure);

/** Whether anything is known about a payload. */
export function isReadable({ value, object }: Frozen): boolean {
  if (value.letters ?? value.serialized) return true;
  if (!object) return !(value.known instanceof Unknown);
  return !object.isOpen || object.entries.length > 0;
}
