import { kinds } from "../../../dist/generated/kinds.js";

/** Ids of every kind of payload. */
export const kindIds: readonly string[] = Object.keys(kinds);

/** What an object is that nothing else is said of. */
export const usualKind = "portone.v1.request-pay";

/** The kinds that open a payment window, by version. */
export const usualNames: Readonly<Record<string, string>> = {
  v1: "request-pay",
  v2: "request-payment",
};

/** A gateway's kind of a name; PortOne's own where the gateway adds nothing to it. */
export function kindWith(gateway: string, version: string, name: string): string {
  const own = `${gateway}.${version}.${name}`;
  return kindIds.includes(own) ? own : `portone.${version}.${name}`;
}

/** The gateway of a kind; empty for PortOne's own. */
export const gatewayOfKind = (kind: string): string => {
  const [owner = ""] = kind.split(".", 1);
  return owner === "portone" ? "" : owner;
};
