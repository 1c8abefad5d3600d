import type { Fix, Log, ReportingDescriptor, Result } from "sarif";
import { rules } from "../../generated/rules.js";
import { Positions } from "../../text/positions.js";
import type { Locale, Rule, Severity, Source } from "../../validator/types.js";
import { readPackage } from "../packageFile.js";
import type { FileReport, LocatedDiagnostic, Output } from "../report.js";

const levels = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  Severity,
  Result["level"]
>;

const { version, homepage } = readPackage();

/** SARIF 2.1.0, which code scanning services read. */
export const sarif: Output = {
  start(locale) {
    const results: Result[] = [];
    return {
      report(report) {
        for (const result of resultsOf(report)) results.push(result);
        return "";
      },
      end: () => `${JSON.stringify(logOf(results, locale), null, 2)}\n`,
    };
  },
};

const logOf = (results: Result[], locale: Locale): Log => ({
  $schema: "https://json.schemastore.org/sarif-2.1.0.json",
  version: "2.1.0",
  runs: [
    {
      tool: {
        driver: {
          name: "paylint",
          version,
          ...(homepage && { informationUri: homepage }),
          rules: rules.map((rule) => descriptor(rule, locale)),
        },
      },
      columnKind: "utf16CodeUnits",
      results,
    },
  ],
});

function descriptor(
  { id, severity, name, why, sources }: Rule,
  locale: Locale,
): ReportingDescriptor {
  const linked = ({ title, url }: Source) => (url ? `[${title[locale]}](${url})` : title[locale]);
  const stands = sources.map(({ title }) => title[locale]);
  const url = sources.find((source) => source.url)?.url;
  return {
    id,
    name: pascal(id),
    ...(url && { helpUri: url }),
    shortDescription: { text: name[locale] },
    fullDescription: { text: why[locale] },
    help: {
      text: [why[locale], "", ...stands].join("\n"),
      markdown: [why[locale], "", ...sources.map((one) => `- ${linked(one)}`)].join("\n"),
    },
    defaultConfiguration: { level: levels[severity] },
  };
}

/** `issuer/site-url` as `IssuerSiteUrl`. */
const pascal = (id: string) =>
  id.replace(/(?:^|[/-])([a-z])/g, (_, letter: string) => letter.toUpperCase());

function resultsOf({ text, firstLine, diagnostics }: FileReport): Result[] {
  const positions = new Positions(text);
  const before = firstLine - 1;
  return diagnostics.map((diagnostic) => resultOf(diagnostic, positions, before));
}

function resultOf(diagnostic: LocatedDiagnostic, positions: Positions, before: number): Result {
  const { rule, severity, message, file, line, column, endLine, endColumn } = diagnostic;
  const fix = fixOf(diagnostic, positions, before);
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    properties: { path: diagnostic.path, kind: diagnostic.kind, source: diagnostic.source },
    ...(fix && { fixes: [fix] }),
  };
}

/** A path as a relative reference; the detour by bytes makes it well-formed. */
const uriOf = (file: string) =>
  Buffer.from(file).toString().split("/").map(encodeURIComponent).join("/");

/** The edits are of the text, and `before` are the file's lines before it. */
function fixOf(
  { fix, splices, file }: LocatedDiagnostic,
  positions: Positions,
  before: number,
): Fix | undefined {
  const edits = fix && splices?.();
  if (!edits || edits.length === 0) return undefined;
  return {
    description: { text: fix.title },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(file) },
        replacements: edits.map(({ start, end, text: put }) => {
          const { line, column, endLine, endColumn } = positions.range(start, end);
          return {
            deletedRegion: {
              startLine: line + before,
              startColumn: column,
              endLine: endLine + before,
              endColumn,
            },
            ...(put !== "" && { insertedContent: { text: put } }),
          };
        }),
      },
    ],
  };
}
