import { isOpen, isSeen, markOpen, Unknown } from "../../../validator/unknown.js";
import { type Located, locatedAt } from "../../located.js";
import type { SdkComponent, SdkFunction } from "../../sdks.js";

/** The payload in the argument that an SDK is given, as it reaches PortOne. */
export function payloadAt(
  argument: Located,
  { sets = [], ...takes }: SdkFunction | SdkComponent,
): Located | undefined {
  const isOfFunction = "below" in takes || "inPath" in takes || "callbacks" in takes;
  const { below, inPath = [], callbacks = [] } = isOfFunction ? takes : {};
  const given = below === undefined ? argument : locatedAt(argument, below);
  const payload = given && (requestBeside(callbacks, given) ?? given);
  if (!payload || !isSeen(payload.value) || Array.isArray(payload.value)) return payload;
  const value: Record<string, unknown> = { ...payload.value };
  const children = new Map(payload.children);
  for (const key of [...inPath, ...callbacks]) {
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

/** The request in an object that by mistake holds it beside the callbacks; undefined where the object is the request itself. */
function requestBeside(callbacks: readonly string[], { children }: Located): Located | undefined {
  const others = [...children].filter(([key]) => !callbacks.includes(key));
  const [[, only] = []] = others;
  if (!only || others.length > 1 || children.size === 1) return undefined;
  return only.value instanceof Unknown || isSeen(only.value) ? only : undefined;
}
