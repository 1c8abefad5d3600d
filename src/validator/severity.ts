import type { Severity } from "./types.js";

/** From the mildest to the most severe. */
export const severities: readonly Severity[] = ["info", "warning", "error"];

/** How severe something is: greater for what is more severe. */
export const rankOf = (severity: Severity): number => severities.indexOf(severity);

/** The most severe of at least one severity. */
export const topSeverity = (all: readonly Severity[]): Severity =>
  severities[Math.max(...all.map(rankOf))] as Severity;
