import { conversions } from "../../migrate/conversions.js";
import type { ValuePairs } from "../../migrate/mapping.js";
import type { CheckedMapping } from "./checkedMapping.js";
import type { WrittenRoute } from "./migration.js";
import { allowedValues, isDescribed, shapeAt } from "./shapeAt.js";
import type { KindTables } from "./types.js";

/** Notes rows that name what is not there, and values without a counterpart. */
export function checkRows(checked: CheckedMapping): void {
  const { file, rows, v1, v2, content, problems } = checked;
  const note = (row: string, reason: string) => problems.add(file, row, reason);
  const own = new Set(Object.keys(content.keys));
  for (const [key, routes] of rows) {
    const isKnown = v1.some(({ shape }) => isDescribed(shape, key));
    if (!isKnown && own.has(key)) note(key, "V1 has no such key");
    const isOpen = routes.every(({ when, gateways }) => when || gateways);
    if (isOpen) note(key, "its last row must be for whatever is left");
    for (const route of routes) {
      const { to, at } = route;
      for (const target of [to, at]) {
        if (target !== undefined && !v2.some(({ shape }) => isDescribed(shape, target))) {
          note(key, `V2 has no key ${target}`);
        }
      }
      checkRoute(checked, key, route);
    }
  }
  for (const { at } of content.supply ?? []) {
    if (!v2.some(({ shape }) => isDescribed(shape, at))) note(at, "V2 has no such key");
  }
  for (const [side, pointer, of] of [
    ["V1", content.currency?.from, v1],
    ["V2", content.currency?.to, v2],
  ] as const) {
    if (pointer === undefined || of.some(({ shape }) => isDescribed(shape, pointer))) continue;
    note("currency", `${side} has no key ${pointer}`);
  }
}

function checkRoute(
  { file, v1, v2, files, problems, content }: CheckedMapping,
  key: string,
  route: WrittenRoute,
): void {
  const note = (reason: string) => problems.add(file, key, reason);
  const { to, as, values } = route;
  if (as !== undefined && !Object.hasOwn(conversions, as)) note(`unknown conversion "${as}"`);
  if (as === "minor" && !content.currency) note("the file does not say where the currency is");
  const list =
    values === undefined ? undefined : files.migration.conversions.content.values[values];
  if (values !== undefined && !list) note(`unknown list of values "${values}"`);
  const from = v1.flatMap(({ shape, issuers }) => {
    const found = shapeAt(shape, key);
    return found ? [{ found, issuers }] : [];
  });
  if (list && as === undefined) {
    const isForAll = route.when === undefined && route.gateways === undefined;
    const given = from.flatMap(({ found, issuers }) => allowedValues(found, issuers) ?? []);
    for (const value of isForAll ? new Set(given) : []) {
      if (!list.some(({ v1: one }) => (Array.isArray(one) ? one.includes(value) : one === value))) {
        note(`${JSON.stringify(value)} is not in the list ${values}`);
      }
    }
    for (const [target, value] of valuesOf(to, list)) checkValue(v2, target, value, note);
  }
  const [target] = to === undefined ? [] : v2.flatMap(({ shape }) => shapeAt(shape, to) ?? []);
  const isNumber = from.some(
    ({ found }) => found.type === "number" || [found.type].flat().includes("number"),
  );
  if (as === undefined && list === undefined && isNumber && target?.type === "integer") {
    note("V1 has any number and V2 a whole one, and nothing converts it");
  }
}

/** The values that a list gives, with their places. */
function* valuesOf(
  to: string | undefined,
  list: ValuePairs,
): Generator<readonly [string, unknown]> {
  for (const { v2, also = {} } of list) {
    if (to !== undefined && v2 !== null) yield [to, v2];
    for (const [pointer, value] of Object.entries(also)) {
      for (const one of [value].flat())
        yield [Array.isArray(value) ? `${pointer}/*` : pointer, one];
    }
  }
}

function checkValue(
  v2: readonly KindTables[],
  at: string,
  value: unknown,
  note: (reason: string) => void,
): void {
  const found = v2.flatMap(({ shape, issuers }) => {
    const one = shapeAt(shape, at);
    return one ? [allowedValues(one, issuers)] : [];
  });
  if (found.length === 0) note(`V2 has no key ${at}`);
  else if (!found.some((allowed) => !allowed || allowed.includes(value))) {
    note(`${JSON.stringify(value)} is none of the values of ${at}`);
  }
}
