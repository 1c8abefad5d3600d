import type { Case, RuleRow, SourceRef } from "../tables/ruleTypes.js";
import type { KindTables, Shape, Spoken, Tables } from "../tables/types.js";
import { caseFaults } from "./cases.js";
import { type Cite, citeSources } from "./citeSources.js";
import { errorShape } from "./errorShape.js";
import type { KindPlan } from "./fault.js";
import { shapeFaults } from "./shape.js";

/** Lays out every fault of a payload kind. */
export function planKind(
  tables: KindTables,
  shared: Pick<Tables, "sources" | "formats">,
): KindPlan {
  const cite: Cite = (refs) => citeSources(refs, shared.sources);
  const ofRules = tables.rules.flatMap((rule) =>
    [...rule.cases.map((one) => ({ rule, one })), ...markedCases(rule, tables)].flatMap((ruled) =>
      caseFaults(ruled.rule, ruled.one, tables, cite),
    ),
  );
  const faults = [...ofRules, ...shapeFaults(tables, shared.formats, cite)];
  return {
    tables,
    errorShape: errorShape(tables, shared.formats),
    faults: faults.map((fault, number) => ({ ...fault, number })),
  };
}

const marks = ["x-unsupported", "deprecated"] as const;

/** A case, and the rule that it is one of. */
interface RuledCase {
  readonly rule: RuleRow;
  readonly one: Case;
}

/** The cases that the marks on keys of a shape amount to: the key should not be given. */
function markedCases(rule: RuleRow, { row, shape }: KindTables): RuledCase[] {
  const mark = marks.find((one) => rule.keywords?.includes(one));
  if (!mark) return [];
  return markedPaths(mark, shape, "", row.source).map(({ path, says, isFixSafe }) => {
    const ruled = isFixSafe ? rule : withUnsafeFix(rule);
    const item = path.lastIndexOf("/*");
    if (item < 0) return { rule: ruled, one: { forbid: [path], ...says } };
    const each = path.slice(0, item);
    return { rule: ruled, one: { each, forbid: [path.slice(item + 2)], ...says } };
  });
}

const withUnsafeFix = (rule: RuleRow): RuleRow =>
  rule.fix ? { ...rule, fix: { ...rule.fix, safe: false } } : rule;

interface Marked {
  readonly path: string;
  readonly says: Spoken;
  readonly isFixSafe: boolean;
}

function markedPaths(
  mark: (typeof marks)[number],
  shape: Shape,
  path: string,
  usual: readonly SourceRef[],
): Marked[] {
  const isFixSafe = shape["x-fix"] !== "unsafe";
  return [
    ...(shape[mark]
      ? [
          {
            path,
            isFixSafe,
            says: { source: shape["x-source"] ?? usual, ...shape["x-says"]?.[mark] },
          },
        ]
      : []),
    ...Object.entries(shape.properties ?? {}).flatMap(([key, below]) =>
      markedPaths(mark, below, `${path}/${key}`, usual),
    ),
    ...(shape.items ? markedPaths(mark, shape.items, `${path}/*`, usual) : []),
  ];
}
