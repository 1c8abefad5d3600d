import { kinds } from "./generated/kinds.js";
import type { Environment, Locale, Severity } from "./runtime/types.js";

/** What options and configurations may say. */
export const environments: readonly Environment[] = ["pc", "mobile", "any"];

export const locales: readonly Locale[] = ["en", "ko"];

export const severities: readonly (Severity | "off")[] = ["off", "info", "warning", "error"];

/** Names of the gateways that the tables know, as `pg` gives them. */
export const gateways: readonly string[] = [
  ...new Set(Object.keys(kinds).map((kind) => kind.split(".")[0] as string)),
];
