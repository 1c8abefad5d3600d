import { parsePointer } from "../runtime/pointer.js";
import type { Shape } from "./tableTypes.js";

/** The part of a shape that a pointer (with `*` for an item) leads to. */
export function shapeAt(shape: Shape, pointer: string): Shape | undefined {
  let at: Shape | undefined = shape;
  for (const key of parsePointer(pointer)) {
    at = key === "*" || /^\d+$/.test(key) ? at?.items : at?.properties?.[key];
  }
  return at;
}
