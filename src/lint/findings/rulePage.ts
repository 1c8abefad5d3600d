import { rulesPages } from "../../generated/rulesPages.js";
import type { Locale } from "../../validator/types.js";

/** Where a rule is explained, as an address or a path in the repository, with the anchor of its heading. */
export const rulePage = (rule: string, locale: Locale): string =>
  `${rulesPages[locale]}#${rule.replace(/[^\w-]/g, "")}`;
