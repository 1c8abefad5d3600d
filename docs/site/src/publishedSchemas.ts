import { type Schema, wholeSchema } from "../../../dist/project/wholeSchema.js";

/** The published schemas, of which each is loaded when it is needed. */
const schemas = import.meta.glob<Schema>("../../../dist/schemas/*.json", { import: "default" });

/** The whole schema of a kind, with what it says of each key. */
export const schemaOf = (kind: string): Promise<Schema> =>
  wholeSchema(kind, (one) =>
    (schemas[`../../../dist/schemas/${one}.json`] as () => Promise<Schema>)(),
  );
