import type { Text } from "../../validator/types.js";
import { isCalled } from "./gateways.js";
import { factsIn, type LayeredKey, withRow } from "./keys.js";
import type { Layer } from "./layerTypes.js";
import type { GatewayRow } from "./types.js";

/**
 * The keys that a gateway does not read, with the names of those that do. A key for which PortOne's table says nothing more is
 * taken out. One that it describes further is marked as unsupported, so that faults within it are still found.
 */
export function foreignKeys(
  keys: Map<string, LayeredKey>,
  layer: Layer,
  gateway: GatewayRow,
  gateways: readonly GatewayRow[],
): ReadonlyMap<string, readonly Text[]> {
  const elsewhere = new Map<string, readonly Text[]>();
  for (const [pointer, key] of keys) {
    const { readBy } = key.facts;
    if (!readBy || readBy.some((reader) => isCalled(reader, gateway, gateways))) continue;
    const isOwn = Object.keys(layer.keys).some(
      (own) => own === pointer || own.startsWith(`${pointer}/`),
    );
    if (isOwn) continue;
    const names = readBy.map((reader) => {
      const ofVersion = gateways.filter(({ version }) => version === gateway.version);
      return (
        ofVersion.find((row) => isCalled(reader, row, ofVersion))?.name ?? {
          en: reader,
          ko: reader,
        }
      );
    });
    const below = [...keys].filter(
      ([other]) => other === pointer || other.startsWith(`${pointer}/`),
    );
    if (below.every(([, one]) => factsIn(one.facts).length === 0)) elsewhere.set(pointer, names);
    else keys.set(pointer, withRow(key, { unsupported: true, readBy }, key.source));
  }
  return elsewhere;
}
