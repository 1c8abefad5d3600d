import type { CallKind } from "../../extract/calls.js";
import type { CodeRule } from "../../lint/codeRules.js";
import type { TextFaults } from "../../lint/textFaults.js";
import { basicsOf } from "../kindFacts.js";
import { kindNames, siblingKind } from "../kindNames.js";
import type { Tables, TextFault } from "../tableTypes.js";
import { banner, type Files, hoisted } from "./moduleText.js";

/** A module of `generated/` that holds one value. */
export interface Constant {
  readonly name: string;
  readonly value: object;
  readonly doc: string;
  readonly type: string;
  /** The name that the type needs, and where it is. */
  readonly from?: readonly [name: string, module: string];
}

export function writeConstant({ name, value, doc, type, from }: Constant, build: Files): void {
  const imports = from ? [`import type { ${from[0]} } from "${from[1]}";`] : [];
  const declaration = [`/** ${doc} */`, `export declare const ${name}: ${type};`];
  build.set(`generated/${name}.js`, `${banner}\n${hoisted(name, value)}\nexport { ${name} };\n`);
  build.set(`generated/${name}.d.ts`, [banner, ...imports, ...declaration, ""].join("\n"));
}

/** What is said of what only the text of a file shows. */
export function textFaults({ kinds, sources }: Tables): TextFaults {
  const all = kinds.flatMap(({ row, rules }) => rules.map((rule) => ({ row, rule })));
  const rowThatFinds = (what: TextFault) => {
    const found = all.find(({ rule }) => rule.finds === what);
    if (!found) throw new Error(`no rule finds ${what}`);
    return found.rule;
  };
  const basics = (what: TextFault) => basicsOf(rowThatFinds(what), sources);
  const fixTitle = (what: TextFault) => {
    const { id, fix } = rowThatFinds(what);
    if (!fix) throw new Error(`${id} says no fix`);
    return fix.title;
  };
  return {
    duplicateKey: { ...basics("duplicate-key"), fix: fixTitle("duplicate-key") },
    unparsable: basics("unparsable"),
    continuation: { ...basics("continuation"), fix: fixTitle("continuation") },
    unusedSuppression: basics("unused-suppression"),
    unknownDirective: basics("unknown-directive"),
    scripts: all
      .filter(({ rule }) => rule.finds === "script")
      .map(({ row, rule }) => ({
        ...basicsOf(rule, sources),
        gateway: kindNames(row.kind).gateway,
        pattern: rule.test?.pattern ?? "",
      })),
  };
}

/** What is wrong with what code does around a payment. */
export const codeRules = ({ codeRules: rows }: Tables): CodeRule[] =>
  rows.map(({ id, severity, finds, pattern, inSamples, message, source }) => ({
    rule: id,
    severity,
    message,
    sources: source,
    finds,
    ...(pattern !== undefined && { pattern }),
    inSamples,
  }));

/** How payloads of each kind are handed over. */
export function callKinds({ kinds, services }: Tables): CallKind[] {
  return kinds
    .filter(({ row }) => row.direction !== "response")
    .map(({ row }) => {
      const { gateway, version } = kindNames(row.kind);
      const service = services[version];
      const callback = row.callback && siblingKind(row.kind, row.callback);
      const arriving = kinds.find((one) => one.row.kind === callback)?.row.arriving;
      return {
        kind: row.kind,
        gateway,
        ...(row.function !== undefined && { function: row.function }),
        ...(callback !== undefined && { callback }),
        ...(arriving && { arriving }),
        calls: (row.calls ?? []).map((call) => {
          const [method, path] = call.split(" ") as [string, string];
          return { method, path };
        }),
        ...(row.calls && service && { service }),
        names: row.names ?? {},
      };
    });
}
