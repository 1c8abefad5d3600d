/** A JSON Schema of the keywords that the compiler writes. */
export interface JsonSchema {
  [keyword: string]: unknown;
  allOf?: JsonSchema[];
}
