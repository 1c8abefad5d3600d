import { gatewayNamed, gatewayNames } from "../gatewayFacts.js";
import { gateways } from "../generated/gateways.js";
import { kinds } from "../generated/kinds.js";
import type { Gateway } from "../validator/types.js";
import { isSeen } from "../validator/unknown.js";
import type { Mappings } from "./mapping.js";

/** A gateway as both versions know it. */
export interface Migrating {
  /** Names by which rows may mean the gateway: its company and its codes of both versions. */
  readonly names: readonly string[];
  /** The gateway's code in V2; undefined where it is not known. */
  readonly v2: string | undefined;
}

/**
 * The gateway that a company or a code names in both versions. In V2 it is the one of the same code, else the one that
 * supersedes it, else the company's.
 */
export function migrating(
  name: string | undefined,
  { withoutV2 }: Pick<Mappings, "withoutV2">,
): Migrating {
  if (name === undefined || name === "portone") return { names: [], v2: undefined };
  const before = gatewayNamed(name, "v1");
  const company = before?.company ?? gatewayNamed(name, "v2")?.company;
  const after =
    before && withoutV2.includes(before.code)
      ? undefined
      : (sameIn(before) ?? gatewayNamed(name, "v2") ?? gatewayNamed(company ?? name, "v2"));
  const names = [name, before?.code, company, after?.code].filter((one) => one !== undefined);
  return { names: [...new Set(names)], v2: after?.code };
}

const sameIn = (before: Gateway | undefined) =>
  before &&
  gateways.find(
    ({ code, version }) =>
      version === "v2" && (code === before.code || code === before.supersededBy),
  );

/** Id of a kind of V2: the gateway's where it has one, else PortOne's. */
export function kindInV2(name: string, gateway: Migrating): string {
  const own = `${gateway.v2}.v2.${name}`;
  return gateway.v2 !== undefined && Object.hasOwn(kinds, own) ? own : `portone.v2.${name}`;
}

/** The gateway that a payload of V1 names, or that alone has one of the keys in its object with keys of a gateway's own. */
export function gatewayNamedIn(
  value: unknown,
  { names }: Pick<Mappings, "names">,
): string | undefined {
  const payload = (isSeen(value) ? value : {}) as Readonly<Record<string, unknown>>;
  const told = names.gateway.map((key) => payload[key]).find((one) => typeof one === "string");
  const code = told?.split(".")[0];
  if (code !== undefined) return gatewayNames.includes(code) ? code : undefined;
  const keys = names.bypass.flatMap((key) =>
    isSeen(payload[key]) ? Object.keys(payload[key]) : [],
  );
  const named = gateways.filter(
    ({ version, bypass: own }) => version === "v1" && own.some((key) => keys.includes(key)),
  );
  return named.length === 1 ? named[0]?.code : undefined;
}
