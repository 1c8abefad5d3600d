import type { KindTables, Shape } from "../tables/types.js";
import type { DescribedKey, DescribedKeys, Descriptions } from "./descriptions.js";

/** A difference between a description and the tables, for somebody to decide on. */
interface Difference {
  /** The REST call, or the SDK's function. */
  readonly call: string;
  /** Pointer of the key; the empty one for the call itself. */
  readonly path: string;
  readonly what: string;
}

/**
 * What only the description has, what only the tables have, and what they state differently. It compares PortOne's own tables;
 * the kinds of gateways only add to them.
 */
export function differences(described: Descriptions, kinds: readonly KindTables[]): Difference[] {
  const known = new Set<string>();
  const found = kinds.flatMap(({ row, shape }) => {
    const calls = [...(row.calls ?? []), ...(row.function === undefined ? [] : [row.function])];
    if (row.direction === "response") return [];
    return calls.flatMap((call) => {
      known.add(call);
      const keys = described.get(call);
      // A description of the REST API knows no functions, and the reverse.
      if (!keys) return isOfSort(call, described) ? [{ call, path: "", what: "went" }] : [];
      return differencesOf(call, keys, keysOf(shape));
    });
  });
  const came = [...described.keys()].filter((call) => !known.has(call));
  return [...found, ...came.map((call) => ({ call, path: "", what: "came, and no kind has it" }))];
}

const isOfSort = (call: string, described: Descriptions): boolean =>
  [...described.keys()].some((other) => other.includes(" ") === call.includes(" "));

function differencesOf(call: string, described: DescribedKeys, known: DescribedKeys): Difference[] {
  const paths = new Set([...described.keys(), ...known.keys()]);
  return [...paths].flatMap((path): Difference[] => {
    const [now, before] = [described.get(path), known.get(path)];
    if (now && before) return changes(now, before).map((what) => ({ call, path, what }));
    if (now) return [{ call, path, what: `came: ${spoken(now)}` }];
    return [{ call, path, what: "went" }];
  });
}

function changes(now: DescribedKey, before: DescribedKey): string[] {
  const isOther = (left: unknown, right: unknown) => JSON.stringify(left) !== JSON.stringify(right);
  const said = (value: unknown) =>
    Array.isArray(value) ? value.join(" ") : String(value ?? "none");
  return (["types", "required", "maxLength", "enum"] as const)
    .filter((fact) => now[fact] !== undefined && isOther(now[fact], before[fact]))
    .filter((fact) => fact !== "types" || now.types.length > 0)
    .map((fact) => `${fact}: ${said(before[fact])} → ${said(now[fact])}`);
}

const spoken = ({ types, required }: DescribedKey) =>
  [
    ...(types.length > 0 ? [types.join(" or ")] : ["anything"]),
    ...(required ? ["required"] : []),
  ].join(", ");

/** The keys of a shape as a description would have them. */
function keysOf(shape: Shape, at = "", into = new Map<string, DescribedKey>()): DescribedKeys {
  for (const [key, child] of Object.entries(shape.properties ?? {})) {
    const path = `${at}/${key}`;
    const { maxLength } = child;
    into.set(path, {
      types: [child.type ?? []].flat().sort(),
      required: shape.required?.includes(key) ?? false,
      ...(maxLength !== undefined && { maxLength }),
      ...(child.enum && { enum: child.enum.map(String).sort() }),
    });
    keysOf(child, path, into);
  }
  if (shape.items) keysOf(shape.items, `${at}/*`, into);
  return into;
}
