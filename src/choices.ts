import { severities } from "./validator/severity.js";
import type { Environment, Locale, Severity } from "./validator/types.js";

/** What options and configurations may say. */
export const environments: readonly Environment[] = ["pc", "mobile", "any"];

export const locales: readonly Locale[] = ["en", "ko"];

/** What a rule can be set to. */
export const ruleLevels: readonly (Severity | "off")[] = ["off", ...severities];
