import { tables } from "../../../dist/lint/tables.js";

/** Ids of every kind of payload. */
export const kindIds: readonly string[] = tables.kindNames;

/** A gateway's kind of a name; PortOne's own where the gateway adds nothing to it. */
export function kindWith(gateway: string, version: string, name: string): string {
  const own = `${gateway}.${version}.${name}`;
  return kindIds.includes(own) ? own : `portone.${version}.${name}`;
}
