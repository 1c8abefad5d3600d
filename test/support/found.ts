import type { CheckOptions, CheckResult } from "../../dist/validator/types.js";

/** What a kind finds in a payload, as `severity rule path`, sorted. */
export const foundBy = (
  kind: { check(payload: unknown, options?: CheckOptions): CheckResult },
  payload: unknown,
  options: CheckOptions = {},
): string[] =>
  kind
    .check(payload, options)
    .diagnostics.map(({ rule, severity, path }) => `${severity} ${rule} ${path}`)
    .sort();
