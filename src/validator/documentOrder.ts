import { pointerKeys } from "./pointer.js";

/**
 * Sorts by where the document has them: keys in the order in which the payload holds them,
 * a missing value where the object that lacks it begins. Equal ranks keep their order.
 */
export function inDocumentOrder<Item extends { readonly path: string }>(
  items: readonly Item[],
  payload: unknown,
): readonly Item[] {
  if (items.length < 2) return items;
  const orders: KeyOrders = new Map();
  return items
    .map((item) => ({ item, ranks: ranksOf(item.path, payload, orders) }))
    .sort((left, right) => compareRanks(left.ranks, right.ranks))
    .map(({ item }) => item);
}

/** For each object its keys, or where those are many the rank of each, asked for once. */
type KeyOrders = Map<object, readonly string[] | Map<string, number>>;

/** Up to this many keys are compared one by one. */
const fewKeys = 64;

function orderOf(value: object): readonly string[] | Map<string, number> {
  const keys = Object.keys(value);
  return keys.length > fewKeys ? new Map(keys.map((key, rank) => [key, rank])) : keys;
}

function ranksOf(path: string, payload: unknown, orders: KeyOrders): number[] {
  const ranks: number[] = [];
  let value = payload;
  for (const key of pointerKeys(path)) {
    if (typeof value !== "object" || value === null) break;
    const order = orders.get(value) ?? orderOf(value);
    orders.set(value, order);
    const rank = order instanceof Map ? order.get(key) : order.indexOf(key);
    if (rank === undefined || rank < 0) break;
    ranks.push(rank);
    value = (value as Record<string, unknown>)[key];
  }
  return ranks;
}

function compareRanks(left: number[], right: number[]): number {
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = (left[index] as number) - (right[index] as number);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
