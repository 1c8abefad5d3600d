import type { LocatedDiagnostic, Output } from "../report.js";
import { Summary } from "./summary.js";

interface Count {
  readonly rule: string;
  readonly severity: LocatedDiagnostic["severity"];
  count: number;
  fixable: number;
}

/** How often each rule was broken, the most frequent first, instead of the findings. */
export const statistics: Output = {
  start(style) {
    const summary = new Summary(style);
    const counts = new Map<string, Count>();
    return {
      report(report) {
        summary.add(report);
        for (const { rule, severity, textFix, places = 1 } of report.diagnostics) {
          const key = `${severity} ${rule}`;
          const count = counts.get(key) ?? { rule, severity, count: 0, fixable: 0 };
          counts.set(key, count);
          count.count += places;
          if (textFix?.safe) count.fixable++;
        }
        return "";
      },
      end: (totals) => `${table([...counts.values()])}${summary.of(totals)}`,
    };
  },
};

function table(counts: readonly Count[]): string {
  const width = Math.max(...counts.map(({ count }) => String(count).length));
  const lines = counts
    .toSorted((left, right) => right.count - left.count || (left.rule < right.rule ? -1 : 1))
    .map(({ rule, severity, count, fixable }) => {
      const option = fixable > 0 ? `  [--fix: ${fixable}]` : "";
      return `${String(count).padStart(width)}  ${severity.padEnd(7)}  ${rule}${option}\n`;
    });
  return lines.length > 0 ? `${lines.join("")}\n` : "";
}
