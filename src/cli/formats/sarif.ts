import type { Fix, Log, Notification, ReportingDescriptor, Result } from "sarif";
import { rules } from "../../generated/rules.js";
import type { Locale, Rule, Severity, Source } from "../../validator/types.js";
import { readPackage } from "../packageFile.js";
import type { Lines, LocatedDiagnostic, LocatedUnchecked, Output } from "../report.js";
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
  start({ locale }) {
    const results: Result[] = [];
    const notifications: Notification[] = [];
    const fingerprintOf = fingerprints();
    return {
      report(report) {
        for (const one of report.diagnostics) results.push(resultOf(one, fingerprintOf));
        for (const one of report.unchecked) notifications.push(notificationOf(one, "unchecked"));
        for (const one of report.notes) notifications.push(notificationOf(one, "note"));
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

const notificationOf = (
  { file, code, why, advice, ...lines }: LocatedUnchecked,
  what: "unchecked" | "note",
) =>
  ({
    descriptor: { id: `paylint/${what}/${code}` },
    level: "note",
    message: { text: `${why} ${advice}` },
    locations: [{ physicalLocation: physicalLocation(file, lines) }],
  }) satisfies Notification;

/** Tells equal findings of several files apart. */
function fingerprints(): (diagnostic: LocatedDiagnostic) => string {
  const counts = new Map<string, number>();
  return ({ fingerprint }) => {
    const count = (counts.get(fingerprint) ?? 0) + 1;
    counts.set(fingerprint, count);
    return count === 1 ? fingerprint : `${fingerprint}:${count}`;
  };
}

function descriptor(
  { id, severity, name, why, sources }: Rule,
  locale: Locale,
): ReportingDescriptor {
  const linked = ({ title, url }: Source) => (url ? `[${title[locale]}](${url})` : title[locale]);
  const cited = sources.map(({ title }) => title[locale]);
  const url = sources.find((source) => source.url)?.url;
  return {
    id,
    name: pascal(id),
    ...(url && { helpUri: url }),
    shortDescription: { text: name[locale] },
    fullDescription: { text: why[locale] },
    help: {
      text: [why[locale], "", ...cited].join("\n"),
      markdown: [why[locale], "", ...sources.map((one) => `- ${linked(one)}`)].join("\n"),
    },
    defaultConfiguration: { level: levels[severity] },
  };
}

/** `issuer/site-url` as `IssuerSiteUrl`. */
const pascal = (id: string) =>
  id.replace(/(?:^|[/-])([a-z])/g, (_, letter: string) => letter.toUpperCase());

function resultOf(
  diagnostic: LocatedDiagnostic,
  fingerprintOf: (diagnostic: LocatedDiagnostic) => string,
): Result {
  const { rule, severity, message, path, kind, source, file, places } = diagnostic;
  const fix = fixOf(diagnostic);
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: physicalLocation(file, diagnostic) }],
    partialFingerprints: { "paylint/v1": fingerprintOf(diagnostic) },
    properties: { path, kind, source },
    ...(places !== undefined && { occurrenceCount: places }),
    ...(fix && { fixes: [fix] }),
  };
}

const regionOf = ({ line, column, endLine, endColumn }: Lines) => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

const physicalLocation = (file: string, lines: Lines) => ({
  artifactLocation: { uri: uriOf(file) },
  region: regionOf(lines),
});

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
          deletedRegion: regionOf(range),
          ...(text !== "" && { insertedContent: { text } }),
        })),
      },
    ],
  };
}
