import type { Fix, Log, ReportingDescriptor, Result } from "sarif";
import { rules } from "../../generated/rules.js";
import type { Locale, Rule, Severity, Source } from "../../validator/types.js";
import { readPackage } from "../packageFile.js";
import type { LocatedDiagnostic, Output } from "../report.js";

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
        for (const diagnostic of report.diagnostics) results.push(resultOf(diagnostic));
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

function resultOf(diagnostic: LocatedDiagnostic): Result {
  const { rule, severity, message, file, line, column, endLine, endColumn } = diagnostic;
  const fix = fixOf(diagnostic);
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
    partialFingerprints: { "paylint/v1": diagnostic.fingerprint },
    properties: { path: diagnostic.path, kind: diagnostic.kind, source: diagnostic.source },
    ...(fix && { fixes: [fix] }),
  };
}

/** A path as a relative reference; the detour by bytes makes it well-formed. */
const uriOf = (file: string) =>
  Buffer.from(file).toString().split("/").map(encodeURIComponent).join("/");

function fixOf({ textFix, file }: LocatedDiagnostic): Fix | undefined {
  if (!textFix) return undefined;
  return {
    description: { text: textFix.title },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(file) },
        replacements: textFix.edits.map(({ range, text }) => ({
          deletedRegion: {
            startLine: range.line,
            startColumn: range.column,
            endLine: range.endLine,
            endColumn: range.endColumn,
          },
          ...(text !== "" && { insertedContent: { text } }),
        })),
      },
    ],
  };
}
