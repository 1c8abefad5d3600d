import fc from "fast-check";
import type { ExampleCatalog, ValueDomain } from "../examples/catalog.js";

/** Payloads of the right shape, whatever the rules say of them. */
export function shapedPayload({
  domain,
  sample,
}: ExampleCatalog): fc.Arbitrary<Record<string, unknown>> {
  return objectOf(domain).map((generated) => ({ ...sample, ...(generated as object) }));
}

function objectOf({ properties }: ValueDomain): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(
    Object.entries(properties).map(([key, below]) => [key, arbitraryFor(below)]),
  );
  return fc.record(model, { requiredKeys: [] });
}

/** Values that may be at a place. */
export function arbitraryFor(domain: ValueDomain): fc.Arbitrary<unknown> {
  const { type, values, closed, items, minimum = 0, maxLength = 30, properties } = domain;
  const known = fc.constantFrom(...values);
  if (closed) return known;
  switch (type) {
    case "object":
      return Object.keys(properties).length > 0 ? objectOf(domain) : known;
    case "array":
      return items ? fc.oneof(known, fc.array(arbitraryFor(items), { maxLength: 4 })) : known;
    case "number":
    case "integer":
      return fc.oneof(known, fc.integer({ min: minimum, max: 3_000_000 }));
    case "string":
      return fc.oneof(known, text(Math.min(maxLength, 24)));
    default:
      return known;
  }
}

const text = (maxLength: number) =>
  fc.string({
    unit: fc.constantFrom(..."abcdefghijkLMNOP0123456789 -_가나다라마바사아자차카타파하"),
    minLength: 1,
    maxLength,
  });
