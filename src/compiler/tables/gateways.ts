import type { CompanyFiles } from "./files.js";
import type { Problems } from "./problems.js";
import { checkRefs, refsOf } from "./sources.js";
import type { Formats, GatewayRow, Sources } from "./types.js";

/** Whether a name means a gateway; one that is a code and a company's name means the code. */
export function isCalled(
  name: string,
  { code, company, version }: GatewayRow,
  gateways: readonly GatewayRow[],
): boolean {
  const isCode = gateways.some((row) => row.code === name && row.version === version);
  return name === (isCode ? code : company);
}

/** A row for each gateway code of each version, a company's in the order of its file. */
export function gatewayRows(companies: readonly CompanyFiles[]): GatewayRow[] {
  return companies.flatMap(({ company, gateway }) =>
    Object.entries(gateway.content.codes).flatMap(([version, codes]) =>
      Object.entries(codes).map(([code, row]): GatewayRow => {
        const { ko, en, bypass = [], supersededBy, source } = row;
        return {
          ...{ code, version, company, bypass },
          name: { en, ko },
          ...(supersededBy !== undefined && { supersededBy }),
          source: refsOf(source),
        };
      }),
    ),
  );
}

/** Formats with the patterns of those that are made of gateway codes. */
export const withCodes = (all: Formats, gateways: readonly GatewayRow[]): Formats => ({
  ...all,
  formats: Object.fromEntries(
    Object.entries(all.formats).map(([name, format]) => {
      const codes = gateways.filter(({ version }) => version === format.codes);
      const pattern = `^(?:${codes.map(({ code }) => code).join("|")})(?:\\.\\S+)?$`;
      return [name, format.codes === undefined ? format : { ...format, pattern }];
    }),
  ),
});

/** Notes codes and keys that two gateways share, and successors that are none. */
export function checkGateways(
  gateways: readonly GatewayRow[],
  sources: Sources,
  problems: Problems,
): void {
  const codes = new Set<string>();
  const owners = new Map<string, string>();
  for (const { code, version, company, bypass, supersededBy, source } of gateways) {
    const id = `${version} ${code}`;
    const file = `gateways/${company}/gateway.yaml`;
    const note = (reason: string) => problems.add(file, code, reason);
    if (codes.has(id)) note(`another company has this code of ${version}`);
    codes.add(id);
    for (const key of bypass) {
      const owner = owners.get(`${version} ${key}`);
      if (owner !== undefined) note(`bypass key "${key}" is already ${owner}'s`);
      owners.set(`${version} ${key}`, code);
    }
    checkRefs(source, sources, { file, row: code }, problems);
    const successor = gateways.find((row) => row.code === supersededBy && row.version === version);
    if (supersededBy !== undefined && successor?.company !== company) {
      note(`supersededBy is ${supersededBy}, no code of ${company} in ${version}`);
    }
  }
}
