import type { ValueDomain } from "../../examples/catalog.js";
import { usualOf } from "../../examples/packedDomain.js";
import { allowedValues } from "../tables/shapeAt.js";
import type { IssuerTable, Shape, ValueFormat } from "../tables/types.js";

type FormatsByName = Readonly<Record<string, ValueFormat>>;

/** The values that a shape allows, as far as making one needs them. */
export function domainOf(shape: Shape, issuers: IssuerTable, formats: FormatsByName): ValueDomain {
  const closed = allowedValues(shape, issuers);
  const items = shape.items && domainOf(shape.items, issuers, formats);
  const type = [shape.type].flat()[0];
  return {
    ...(type && { type }),
    values: closed ?? examplesOf(shape, formats),
    closed: closed !== undefined || shape["x-format"] !== undefined,
    ...(shape.maxLength !== undefined && { maxLength: shape.maxLength }),
    ...leastOf(shape),
    properties: Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([key, below]) => [
        key,
        domainOf(below, issuers, formats),
      ]),
    ),
    ...(items && { items }),
  };
}

function leastOf({ minimum, exclusiveMinimum }: Shape): Pick<ValueDomain, "minimum"> {
  if (minimum !== undefined) return { minimum };
  return exclusiveMinimum === undefined ? {} : { minimum: Math.floor(exclusiveMinimum) + 1 };
}

/** Values that a shape allows; none where its type gives none. */
export function examplesOf(shape: Shape | undefined, formats: FormatsByName): readonly unknown[] {
  if (shape?.examples) return shape.examples;
  if (shape?.enum) return shape.enum;
  if (shape?.["x-format"]) return formats[shape["x-format"]]?.examples ?? [];
  return usualOf([shape?.type].flat()[0]);
}
