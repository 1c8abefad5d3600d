import { fillCells, planCase } from "./caseFaults.js";
import { type Cite, citeSources } from "./citeSources.js";
import type { FaultPlan, KindPlan } from "./faultPlan.js";
import { planShape } from "./shapeFaults.js";
import type { Case, KindTables, RuleRow, Shape, SourceRef, Tables } from "./tableTypes.js";

const marks = ["x-unsupported", "deprecated"] as const;

/** The cases that the marks on keys of a shape amount to: the key should not be given. */
function markedCases(rule: RuleRow, { row, shape }: KindTables): [RuleRow, Case][] {
  const mark = marks.find((one) => rule.keywords?.includes(one));
  if (!mark) return [];
  const found = (at: Shape, path: string): [path: string, at: Shape][] => [
    ...(at[mark] ? [[path, at] satisfies [string, Shape]] : []),
    ...Object.entries(at.properties ?? {}).flatMap(([key, below]) =>
      found(below, `${path}/${key}`),
    ),
    ...(at.items ? found(at.items, `${path}/*`) : []),
  ];
  return found(shape, "").map(([path, at]) => {
    const own = at["x-fix"] === "unsafe" ? unsafe(rule) : rule;
    const source: SourceRef[] = at["x-source"] ?? row.source;
    const item = path.lastIndexOf("/*");
    if (item < 0) return [own, { forbid: [path], source }];
    return [own, { each: path.slice(0, item), forbid: [path.slice(item + 2)], source }];
  });
}

const unsafe = (rule: RuleRow): RuleRow =>
  rule.fix ? { ...rule, fix: { ...rule.fix, safe: false } } : rule;

/** Lays out every fault of a payload kind. */
export function planKind(
  tables: KindTables,
  shared: Pick<Tables, "sources" | "formats">,
): KindPlan {
  const faults: FaultPlan[] = [];
  const cite: Cite = (refs) => citeSources(refs, shared.sources);
  for (const rule of tables.rules) {
    const own = rule.cases.map((written): [RuleRow, Case] => [rule, written]);
    for (const [by, written] of [...own, ...markedCases(rule, tables)]) {
      for (const one of fillCells(written, tables.issuers)) {
        planCase(by, one, tables, cite, faults);
      }
    }
  }
  const { shape, diagnosing } = planShape(tables, shared.formats, cite, faults);
  return { tables, faults, shape, diagnosingShape: diagnosing };
}
