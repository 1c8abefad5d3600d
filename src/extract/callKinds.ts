import type { CallKind } from "./calls.js";

/**
 * The kinds of gateways: their payloads are handed over as PortOne's own are. `names` are those of a gateway's kinds in a
 * version (`nice_v2.v1`), with spaces between them; `callbacks` the gateways' own kinds of what a callback is given.
 */
export const kindsOfGateways = (
  neutral: readonly CallKind[],
  names: Readonly<Record<string, string>>,
  callbacks: readonly string[],
): CallKind[] =>
  Object.entries(names).flatMap(([owner, all]) => {
    const [gateway, version] = owner.split(".") as [string, string];
    return all.split(" ").flatMap((name) => {
      const one = neutral.find(({ kind }) => kind === `portone.${version}.${name}`);
      const callback = one?.callback?.replace(/^\w+\.\w+/, owner);
      const isOwn = callback !== undefined && callbacks.includes(callback);
      return one ? [{ ...one, kind: `${owner}.${name}`, gateway, ...(isOwn && { callback }) }] : [];
    });
  });
