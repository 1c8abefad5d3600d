import { kinds } from "../../generated/kinds.js";
import { UsageError, unknownName } from "../../project/usageError.js";
import { readSchema, readTypes } from "../packageFile.js";
import type { Given } from "./index.js";

/** `paylint schema <kind>`: the compiled JSON Schema. */
export const printSchema = ({ words: [kind], print }: Given): Promise<void> =>
  print(`${JSON.stringify(JSON.parse(readSchema(known(kind))), null, 2)}\n`);

/** `paylint types <kind>`: the TypeScript declarations. */
export const printTypes = ({ words: [kind], print }: Given): Promise<void> =>
  print(readTypes(known(kind)));

function known(kind: string | undefined): string {
  const ids = Object.keys(kinds);
  if (kind === undefined) {
    const list = ids.join(", ");
    throw new UsageError({ en: `name a kind: ${list}`, ko: `종류를 지정하세요: ${list}` });
  }
  if (!ids.includes(kind)) throw unknownName("kind", kind, ids);
  return kind;
}
