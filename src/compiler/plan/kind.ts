import type { Case, RuleRow, SourceRef } from "../tables/ruleTypes.js";
import type { KindTables, Shape, Tables } from "../tables/types.js";
import { caseFaults } from "./cases.js";
import { type Cite, citeSources } from "./citeSources.js";
import type { KindPlan } from "./fault.js";
import { shapeFaults } from "./shape.js";

/** Lays out every fault of a payload kind. */
export function planKind(
  tables: KindTables,
  shared: Pick<Tables, "sources" | "formats">,
): KindPlan {
  const cite: Cite = (refs) => citeSources(refs, shared.sources);
  const ofRules = tables.rules.flatMap((rule) =>
    [...rule.cases, ...markedCases(rule, tables)].flatMap((one) =>
      caseFaults(rule, one, tables, cite),
    ),
  );
  const faults = [...ofRules, ...shapeFaults(tables, shared.formats, cite)];
  return { tables, faults: faults.map((fault, number) => ({ ...fault, number })) };
}

const marks = ["x-unsupported", "deprecated"] as const;

/** The cases that the marks on keys of a shape amount to: the key should not be given. */
function markedCases({ keywords }: RuleRow, { row, shape }: KindTables): Case[] {
  const mark = marks.find((one) => keywords?.includes(one));
  if (!mark) return [];
  return markedPaths(mark, shape, "", row.source).map(({ path, source }) => {
    const item = path.lastIndexOf("/*");
    if (item < 0) return { forbid: [path], source };
    return { each: path.slice(0, item), forbid: [path.slice(item + 2)], source };
  });
}

interface Marked {
  readonly path: string;
  readonly source: readonly SourceRef[];
}

function markedPaths(
  mark: (typeof marks)[number],
  shape: Shape,
  path: string,
  usual: readonly SourceRef[],
): Marked[] {
  return [
    ...(shape[mark] ? [{ path, source: shape["x-source"] ?? usual }] : []),
    ...Object.entries(shape.properties ?? {}).flatMap(([key, below]) =>
      markedPaths(mark, below, `${path}/${key}`, usual),
    ),
    ...(shape.items ? markedPaths(mark, shape.items, `${path}/*`, usual) : []),
  ];
}
