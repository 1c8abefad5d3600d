import { gateways } from "./generated/gateways.js";
import type { Gateway } from "./validator/types.js";

/** Every name by which an option or a configuration can name a gateway: companies and codes. */
export const gatewayNames: readonly string[] = [
  ...new Set([...gateways.map(({ company }) => company), ...gateways.map(({ code }) => code)]),
];

/** The API versions that have gateways. */
export const gatewayVersions: readonly string[] = [
  ...new Set(gateways.map(({ version }) => version)),
];

/**
 * The gateway that a company or a code names in an API version; undefined where that version has none.
 * A company's name means its first code that nothing supersedes. A name that is both means the company.
 */
export function gatewayNamed(name: string, version: string): Gateway | undefined {
  const rows = gateways.filter((row) => row.version === version);
  const ofCompany = rows.filter(({ company }) => company === name);
  return (
    ofCompany.find(({ supersededBy }) => supersededBy === undefined) ??
    ofCompany[0] ??
    rows.find(({ code }) => code === name)
  );
}
