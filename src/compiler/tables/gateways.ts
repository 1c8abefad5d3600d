import { kindNames } from "../kindNames.js";
import type { Problems } from "./problems.js";
import { shapeAt } from "./shapeAt.js";
import type { KindTables, SharedTables } from "./types.js";

/** Owner of the kinds that hold at any gateway. It is no gateway itself. */
const anyGateway = "portone";

/** Notes what is wrong with the table of gateways beside itself, the documents and the kinds. */
export function checkGateways(
  { gateways, sources }: Pick<SharedTables, "gateways" | "sources">,
  kinds: readonly Pick<KindTables, "row">[],
  problems: Problems,
): void {
  const codes = new Set<string>();
  const owners = new Map<string, string>();
  for (const { code, version, company, bypass, supersededBy, source } of gateways) {
    const id = `${version} ${code}`;
    const note = (reason: string) => problems.add("gateways.json", id, reason);
    if (codes.has(id)) note("two rows have this code");
    codes.add(id);
    for (const key of bypass) {
      const owner = owners.get(`${version} ${key}`);
      if (owner !== undefined) note(`bypass key "${key}" is already ${owner}'s`);
      owners.set(`${version} ${key}`, code);
    }
    for (const { document } of source) {
      if (!sources[document]) note(`unknown document "${document}"`);
    }
    const successor = gateways.find((row) => row.code === supersededBy && row.version === version);
    if (supersededBy !== undefined && successor?.company !== company) {
      note(`supersededBy is ${supersededBy}, no code of ${company} in ${version}`);
    }
  }
  for (const { row } of kinds) {
    const { gateway } = kindNames(row.kind);
    const isKnown = gateway === anyGateway || gateways.some(({ code }) => code === gateway);
    if (!isKnown) problems.add("gateways.json", gateway, "has kinds but no row");
  }
}

/** Notes keys said to be other gateways' that a kind describes as its own, and gateways without a name. */
export function checkOtherGateways(
  { otherGateways, sources }: Pick<SharedTables, "otherGateways" | "sources">,
  kinds: readonly KindTables[],
  problems: Problems,
): void {
  const { names, keys, source } = otherGateways;
  const note = (row: string, reason: string) => problems.add("otherGateways.json", row, reason);
  for (const { document } of source) {
    if (!sources[document]) note("source", `unknown document "${document}"`);
  }
  for (const [kind, readers] of Object.entries(keys)) {
    const own = kinds.filter(({ row }) => row.kind.endsWith(`.${kind}`));
    if (own.length === 0) note(kind, "unknown kind");
    for (const [path, gateways] of Object.entries(readers)) {
      for (const name of gateways) {
        if (!names[name]) note(path, `unknown gateway "${name}"`);
      }
      if (own.some(({ shape }) => shapeAt(shape, path))) note(path, `${kind} describes it`);
    }
  }
}
