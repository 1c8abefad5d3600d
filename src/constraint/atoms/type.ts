import type { JsonType } from "../../validator/unknown.js";
import { hasType } from "../abstractValue.js";
import { type AccessPath, literal } from "../formula.js";
import type { TypeName } from "../valueSet.js";
import type { Verdict } from "../verdict.js";
import { defineAtom } from "./atom.js";

/** The value is of a JSON Schema type. */
export interface TypeAtom {
  readonly name: "type";
  readonly type: TypeName;
}

export const isOfType = (path: AccessPath, type: TypeName) =>
  literal<TypeAtom>(path, { name: "type", type });

export const typeAtom = defineAtom<TypeAtom>({
  name: "type",
  test: (value, { type }) => hasType(value, type),
  testUnknown: ({ types }, { type }) => (types ? ofTypes(types, type) : undefined),
  emit({ type }, site) {
    const { value, holds } = site;
    const equals = holds ? "===" : "!==";
    const told = (test: string) => (holds ? test : `!${test}`);
    switch (type) {
      case "null":
        return `${value} ${equals} null`;
      case "array":
        return told(`${site.import("isArray", "values")}(${value})`);
      case "number":
        return told(`${site.import("isNumber", "values")}(${value})`);
      case "integer":
        return told(`Number.isInteger(${value})`);
      case "object":
        return told(site.isObject());
      default:
        return `typeof ${value} ${equals} ${JSON.stringify(type)}`;
    }
  },
  toJsonSchema: ({ type }) => ({ schema: { type } }),
  values: ({ type }) => ({ type }),
});

/** Of a value that may be of several types it is only known that it is of none of the others. */
function ofTypes(types: readonly JsonType[], type: TypeName): Verdict {
  if (type === "integer") return types.includes("number") ? undefined : false;
  if (!types.includes(type)) return false;
  return types.length === 1 ? true : undefined;
}
