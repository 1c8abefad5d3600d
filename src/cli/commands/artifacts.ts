import { kinds } from "../../generated/kinds.js";
import { readSchema, readTypes } from "../packageFile.js";
import { UsageError, unknownName } from "../usageError.js";

/** `paylint schema <kind>`: the compiled JSON Schema. */
export function printSchema(kind: string | undefined): string {
  return `${JSON.stringify(JSON.parse(readSchema(known(kind))), null, 2)}\n`;
}

/** `paylint types <kind>`: the TypeScript declarations. */
export function printTypes(kind: string | undefined): string {
  return readTypes(known(kind));
}

function known(kind: string | undefined): string {
  const ids = Object.keys(kinds);
  if (kind === undefined) throw new UsageError(`name a kind: ${ids.join(", ")}`);
  if (!ids.includes(kind)) throw unknownName("kind", kind, ids);
  return kind;
}
