import { parsePointer } from "./pointer.js";

/**
 * Sorts by the place in the document: keys in the order in which the payload holds them,
 * a missing value where the object that lacks it begins. Equal places keep their order.
 */
export function inDocumentOrder<Item extends { readonly path: string }>(
  items: readonly Item[],
  payload: unknown,
): readonly Item[] {
  if (items.length < 2) return items;
  const orders: KeyOrders = new Map();
  return items
    .map((item) => ({ item, place: placeOf(item.path, payload, orders) }))
    .sort((left, right) => comparePlaces(left.place, right.place))
    .map(({ item }) => item);
}

/** For each object the places of its keys, worked out once. */
type KeyOrders = Map<object, Map<string, number>>;

function orderIn(value: object, orders: KeyOrders): Map<string, number> {
  let order = orders.get(value);
  if (!order) {
    order = new Map(Object.keys(value).map((key, index) => [key, index]));
    orders.set(value, order);
  }
  return order;
}

function placeOf(path: string, payload: unknown, orders: KeyOrders): number[] {
  const place: number[] = [];
  let value = payload;
  for (const key of parsePointer(path)) {
    if (typeof value !== "object" || value === null) break;
    const index = orderIn(value, orders).get(key);
    if (index === undefined) break;
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
