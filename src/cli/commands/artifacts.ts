import { kinds } from "../../loadValidator.js";
import { UsageError, unknownName } from "../../project/usageError.js";
import { wholeSchema } from "../../project/wholeSchema.js";
import { readSchema, readTypes } from "../packageFile.js";
import type { Given } from "./index.js";

/** `paylint schema <kind>`: the compiled JSON Schema, which refers to no other file. */
export async function printSchema({ words: [kind], print }: Given): Promise<void> {
  const schema = await wholeSchema(known(kind), readSchema);
  await print(`${JSON.stringify(schema, null, 2)}\n`);
}

/** `paylint types <kind>`: the TypeScript declarations. */
export const printTypes = ({ words: [kind], print }: Given): Promise<void> =>
  print(readTypes(known(kind)));

function known(kind: string | undefined): string {
  if (kind === undefined) {
    const list = kinds.join(", ");
    throw new UsageError({ en: `name a kind: ${list}`, ko: `종류를 지정하세요: ${list}` });
  }
  if (!kinds.includes(kind)) throw unknownName("kind", kind, kinds);
  return kind;
}
