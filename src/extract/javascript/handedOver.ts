import { isOpen, isSeen, markOpen, Unknown } from "../../validator/unknown.js";
import { type Located, locatedAt } from "../located.js";
import type { SdkComponent, SdkFunction } from "../sdks.js";

/** The payload in the argument that an SDK is given, as it reaches PortOne. */
export function handedOver(
  argument: Located,
  { sets = [], ...takes }: SdkFunction | SdkComponent,
): Located | undefined {
  const { below, inPath = [] } = "below" in takes || "inPath" in takes ? takes : {};
  const payload = below === undefined ? argument : locatedAt(argument, below);
  if (!payload || !isSeen(payload.value) || Array.isArray(payload.value)) return payload;
  const value: Record<string, unknown> = { ...payload.value };
  const children = new Map(payload.children);
  for (const key of inPath) {
    delete value[key];
    children.delete(key);
  }
  for (const key of sets) {
    const given = value[key];
    const isBlank = typeof given === "string" && given.trim() === "";
    if (given === undefined || isBlank) value[key] = new Unknown(key, ["string"]);
  }
  return { ...payload, value: isOpen(payload.value) ? markOpen(value) : value, children };
}
