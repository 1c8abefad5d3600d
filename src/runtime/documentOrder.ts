import { parsePointer } from "./pointer.js";

/**
 * Sorts by the place in the document: keys in the order in which the payload holds them,
 * a missing value where the object that lacks it begins. Equal places keep their order.
 */
export function inDocumentOrder<Item extends { readonly path: string }>(
  items: readonly Item[],
  payload: unknown,
): Item[] {
  if (items.length < 2) return [...items];
  return items
    .map((item) => ({ item, place: placeOf(item.path, payload) }))
    .sort((left, right) => comparePlaces(left.place, right.place))
    .map(({ item }) => item);
}

function placeOf(path: string, payload: unknown): number[] {
  const place: number[] = [];
  let value = payload;
  for (const key of parsePointer(path)) {
    if (typeof value !== "object" || value === null) break;
    const index = Object.keys(value).indexOf(key);
    if (index < 0) break;
    place.push(index);
    value = (value as Record<string, unknown>)[key];
  }
  return place;
}

function comparePlaces(left: number[], right: number[]): number {
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = (left[index] as number) - (right[index] as number);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
