import { parsePointer } from "./pointer.js";

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

/** For each object the ranks of its keys, asked for once. */
type KeyOrders = Map<object, Map<string, number>>;

function ranksOf(path: string, payload: unknown, orders: KeyOrders): number[] {
  const ranks: number[] = [];
  let value = payload;
  for (const key of parsePointer(path)) {
    if (typeof value !== "object" || value === null) break;
    const order = orders.get(value) ?? new Map(Object.keys(value).map((one, rank) => [one, rank]));
    orders.set(value, order);
    const rank = order.get(key);
    if (rank === undefined) break;
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
