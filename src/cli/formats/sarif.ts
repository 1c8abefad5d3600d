import { createHash } from "node:crypto";
import type { Fix, Log, Notification, ReportingDescriptor, Result } from "sarif";
import { rules } from "../../generated/rules.js";
import { Positions, type Range } from "../../text/positions.js";
import type { Locale, Rule, Severity, Text } from "../../validator/types.js";
import { readPackage } from "../packageFile.js";
import type { FileReport, LocatedDiagnostic, Output, Unchecked } from "../report.js";
import { jsonText } from "./jsonText.js";

const levels = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  Severity,
  Result["level"]
>;

const { version, homepage } = readPackage();

/**
 * SARIF 2.1.0, which code scanning services read. Calls that were not checked are no results, which a service would open an alert
 * for, but notifications of the tool about its own run.
 */
export const sarif: Output = {
  start(locale) {
    const results: Result[] = [];
    const notifications: Notification[] = [];
    const fingerprintOf = fingerprints();
    return {
      report(report) {
        for (const result of resultsOf(report, fingerprintOf)) results.push(result);
        for (const one of report.unchecked ?? []) notifications.push(notificationOf(one, report));
        return "";
      },
      end: () => `${jsonText(logOf(results, notifications, locale))}\n`,
    };
  },
};

const logOf = (results: Result[], notifications: Notification[], locale: Locale): Log => ({
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
      ...(notifications.length > 0 && {
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
      }),
      columnKind: "utf16CodeUnits",
      results,
    },
  ],
});

const notificationOf = ({ code, why, advice, ...range }: Unchecked, { file }: FileReport) =>
  ({
    descriptor: { id: `paylint/unchecked/${code}` },
    level: "note",
    message: { text: `${why} ${advice}` },
    locations: [{ physicalLocation: placeOf(file, range) }],
  }) satisfies Notification;

/** Tells findings apart, and each from those of the next run, also where lines have moved. */
function fingerprints(): (diagnostic: LocatedDiagnostic) => string {
  const counts = new Map<string, number>();
  return ({ rule, path, file, fingerprint }) => {
    const own = fingerprint ?? hashOf([rule, path, file]);
    const count = (counts.get(own) ?? 0) + 1;
    counts.set(own, count);
    return count === 1 ? own : `${own}:${count}`;
  };
}

const hashOf = (parts: readonly string[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);

function descriptor(
  { id, severity, name, why, sources }: Rule,
  locale: Locale,
): ReportingDescriptor {
  const cited: readonly (Text & { readonly url?: string })[] = sources;
  const url = cited.find((source) => source.url !== undefined)?.url;
  const stands = sources.map((source) => source[locale]);
  return {
    id,
    name: pascal(id),
    ...(url !== undefined && { helpUri: url }),
    shortDescription: { text: name[locale] },
    fullDescription: { text: why[locale] },
    help: {
      text: [why[locale], "", ...stands].join("\n"),
      markdown: [why[locale], "", ...stands.map((one) => `- ${one}`)].join("\n"),
    },
    defaultConfiguration: { level: levels[severity] },
  };
}

/** `issuer/site-url` as `IssuerSiteUrl`. */
const pascal = (id: string) =>
  id.replace(/(?:^|[/-])([a-z])/g, (_, letter: string) => letter.toUpperCase());

function resultsOf(
  { text, firstLine, diagnostics }: FileReport,
  fingerprintOf: (diagnostic: LocatedDiagnostic) => string,
): Result[] {
  const positions = new Positions(text);
  const before = firstLine - 1;
  return diagnostics.map((diagnostic): Result => {
    const { rule, severity, message, path, kind, source } = diagnostic;
    const fix = fixOf(diagnostic, positions, before);
    return {
      ruleId: rule,
      ruleIndex: rules.findIndex(({ id }) => id === rule),
      level: levels[severity],
      message: { text: message },
      locations: [{ physicalLocation: placeOf(diagnostic.file, diagnostic) }],
      partialFingerprints: { "paylint/v1": fingerprintOf(diagnostic) },
      properties: { path, kind, source },
      ...(fix && { fixes: [fix] }),
    };
  });
}

const placeOf = (file: string, { line, column, endLine, endColumn }: Range) => ({
  artifactLocation: { uri: uriOf(file) },
  region: { startLine: line, startColumn: column, endLine, endColumn },
});

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
