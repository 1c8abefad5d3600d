import type { NotedFault } from "./compiled.js";

/** The fault that a generated check noted by its number, and its path, in which the indexes take the stars' places. */
export function notedFault<Of extends { readonly path: string }>(
  faults: readonly Of[],
  noted: NotedFault,
): { readonly fault: Of; readonly path: string } {
  if (typeof noted === "number") {
    const fault = faults[noted] as Of;
    return { fault, path: fault.path };
  }
  const [number, ...indexes] = noted;
  const fault = faults[number] as Of;
  const path = fault.path.replace(/\/\*(?=\/|$)/g, () => `/${indexes.shift() ?? "*"}`);
  return { fault, path };
}
